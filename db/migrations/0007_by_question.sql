CREATE INDEX "claim_by_question" ON "claim" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "evidence_by_excerpt" ON "evidence" USING btree ("excerpt_id");--> statement-breakpoint
CREATE INDEX "evidence_by_origin" ON "evidence" USING btree ("origin_id");