CREATE TABLE "rendition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"publication_id" uuid NOT NULL,
	"language" text NOT NULL,
	"number" integer NOT NULL,
	"revision_id" uuid,
	"document" text,
	"hash" text NOT NULL,
	"note" text,
	"published_by" uuid NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rendition_once" UNIQUE("publication_id","language","number"),
	CONSTRAINT "rendition_language" CHECK ("rendition"."language" in ('en', 'uk', 'ru', 'de', 'ar')),
	CONSTRAINT "rendition_number" CHECK ("rendition"."number" >= 1),
	CONSTRAINT "rendition_note" CHECK (case when "rendition"."number" = 1 then "rendition"."note" is null and "rendition"."revision_id" is not null else length(trim(coalesce("rendition"."note", ''))) > 0 end)
);
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_kind";--> statement-breakpoint
DROP INDEX "log_leaf_publication";--> statement-breakpoint
DROP INDEX "revision_one_working";--> statement-breakpoint
DROP INDEX "revision_one_published";--> statement-breakpoint
ALTER TABLE "log_leaf" ADD COLUMN "rendition_id" uuid;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "translates" uuid;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "words" jsonb;--> statement-breakpoint
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_publication_id_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_published_by_account_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_revision_id_incident_id_revision_id_incident_id_fk" FOREIGN KEY ("revision_id","incident_id") REFERENCES "public"."revision"("id","incident_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rendition_revision" ON "rendition" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "rendition_incident" ON "rendition" USING btree ("incident_id");--> statement-breakpoint
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_rendition_id_rendition_id_fk" FOREIGN KEY ("rendition_id") REFERENCES "public"."rendition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_translates_publication_id_fk" FOREIGN KEY ("translates") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "log_leaf_rendition" ON "log_leaf" USING btree ("rendition_id");--> statement-breakpoint
CREATE UNIQUE INDEX "log_leaf_publication" ON "log_leaf" USING btree ("publication_id") WHERE "log_leaf"."redaction_id" is null and "log_leaf"."rendition_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "revision_one_working" ON "revision" USING btree ("incident_id",coalesce("language", '')) WHERE "revision"."state" in ('draft', 'in_review', 'approved');--> statement-breakpoint
CREATE UNIQUE INDEX "revision_one_published" ON "revision" USING btree ("incident_id",coalesce("language", '')) WHERE "revision"."state" = 'published';--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_kind" CHECK ("event"."kind" in ('account.created', 'account.role-set', 'account.suspended', 'account.restored', 'account.password-changed', 'account.renamed', 'session.ended', 'invitation.created', 'invitation.revoked', 'reset.created', 'team.changed', 'party.created', 'party.changed', 'party.merged', 'party.told-apart', 'outlet.graded', 'place.created', 'place.changed', 'place.merged', 'place.told-apart', 'incident.created', 'incident.changed', 'incident.joined', 'incident.left', 'incident.closed', 'incident.reopened', 'question.added', 'question.changed', 'claim.added', 'claim.changed', 'claim.made-central', 'claim.withdrawn', 'claim.restored', 'source.added', 'source.linked', 'source.changed', 'source.checked', 'capture.taken', 'intake.asked', 'intake.listed', 'intake.retried', 'intake.fetched', 'intake.read', 'intake.cancelled', 'exclusion.marked', 'exclusion.lifted', 'lineage.drawn', 'lineage.confirmed', 'lineage.rejected', 'lineage.suggested', 'lineage.hinted', 'lineage.dismissed', 'origin.named', 'origin.changed', 'excerpt.cut', 'excerpt.withdrawn', 'translation.added', 'evidence.attached', 'evidence.changed', 'evidence.withdrawn', 'round.opened', 'round.revealed', 'round.superseded', 'ballot.cast', 'ballot.recused', 'ballot.recast', 'revision.drafted', 'revision.edited', 'revision.discarded', 'revision.submitted', 'revision.withdrawn', 'revision.approved', 'revision.changes-requested', 'byline.chosen', 'publication.published', 'publication.retracted', 'rendition.published', 'rendition.withdrawn', 'bundle.exported', 'notice.put', 'notice.lifted', 'redaction.proposed', 'redaction.confirmed', 'redaction.declined'));--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_translation" CHECK (num_nulls("revision"."translates", "revision"."language", "revision"."words") in (0, 3));--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_language" CHECK ("revision"."language" in ('en', 'uk', 'ru', 'de', 'ar'));