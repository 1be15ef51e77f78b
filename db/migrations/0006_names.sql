CREATE TABLE "name_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"party_id" uuid,
	"place_id" uuid,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"key" text NOT NULL,
	"core" text NOT NULL,
	"bones" text NOT NULL,
	"made" integer NOT NULL,
	CONSTRAINT "name_key_of" CHECK (("name_key"."party_id" is null) <> ("name_key"."place_id" is null))
);
--> statement-breakpoint
CREATE TABLE "told_apart" (
	"id" uuid PRIMARY KEY NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "told_apart_order" CHECK ("told_apart"."one_id" < "told_apart"."other_id")
);
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_kind";--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "name_key" ADD CONSTRAINT "name_key_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_key" ADD CONSTRAINT "name_key_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_apart" ADD CONSTRAINT "told_apart_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "name_key_party" ON "name_key" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "name_key_place" ON "name_key" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "name_key_folded" ON "name_key" USING btree ("folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "name_key_key" ON "name_key" USING btree ("key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "name_key_core" ON "name_key" USING btree ("core");--> statement-breakpoint
CREATE INDEX "name_key_bones" ON "name_key" USING btree ("bones");--> statement-breakpoint
CREATE UNIQUE INDEX "told_apart_once" ON "told_apart" USING btree ("one_id","other_id");--> statement-breakpoint
ALTER TABLE "party" ADD CONSTRAINT "party_merged_into_id_party_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_merged_into_id_place_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "party_merged" ON "party" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "place_merged" ON "place" USING btree ("merged_into_id");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_kind" CHECK ("event"."kind" in ('account.created', 'account.role-set', 'account.suspended', 'account.restored', 'account.password-changed', 'account.renamed', 'session.ended', 'invitation.created', 'invitation.revoked', 'reset.created', 'team.changed', 'party.created', 'party.changed', 'party.merged', 'party.told-apart', 'outlet.graded', 'place.created', 'place.changed', 'place.merged', 'place.told-apart', 'incident.created', 'incident.changed', 'incident.joined', 'incident.left', 'incident.closed', 'incident.reopened', 'question.added', 'question.changed', 'claim.added', 'claim.changed', 'claim.made-central', 'claim.withdrawn', 'claim.restored', 'source.added', 'source.linked', 'source.changed', 'capture.taken', 'intake.asked', 'intake.listed', 'intake.retried', 'intake.fetched', 'intake.read', 'intake.cancelled', 'exclusion.marked', 'exclusion.lifted', 'lineage.drawn', 'lineage.confirmed', 'lineage.rejected', 'origin.named', 'origin.changed', 'excerpt.cut', 'excerpt.withdrawn', 'translation.added', 'evidence.attached', 'evidence.changed', 'evidence.withdrawn', 'round.opened', 'round.revealed', 'round.superseded', 'ballot.cast', 'ballot.recused', 'ballot.recast', 'revision.drafted', 'revision.edited', 'revision.discarded', 'revision.submitted', 'revision.withdrawn', 'revision.approved', 'revision.changes-requested', 'byline.chosen', 'publication.published', 'publication.retracted', 'notice.put', 'notice.lifted', 'redaction.proposed', 'redaction.confirmed', 'redaction.declined'));