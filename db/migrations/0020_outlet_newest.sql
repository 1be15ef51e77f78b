DROP INDEX "source_outlet";--> statement-breakpoint
CREATE INDEX "source_outlet" ON "source" USING btree ("outlet_id","created_at","id");