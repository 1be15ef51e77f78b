CREATE TABLE "intake" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"url" text,
	"file_name" text,
	"for_source_id" uuid,
	"list_id" uuid,
	"line" integer,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"received" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"refusal_code" text,
	"refusal" text,
	"stored_sha256" text,
	"media_type" text,
	"text" text,
	"text_sha256" text,
	"page_starts" integer[],
	"facts" jsonb,
	"image" jsonb,
	"fetch" jsonb,
	"source_id" uuid,
	"capture_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "intake_kind" CHECK ("intake"."kind" in ('url', 'file')),
	CONSTRAINT "intake_state" CHECK ("intake"."state" in ('waiting', 'reading', 'ready', 'kept', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "intake_list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"name" text,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "capture_fetch" (
	"capture_id" uuid PRIMARY KEY NOT NULL,
	"requested_url" text NOT NULL,
	"final_url" text NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"redirects" jsonb NOT NULL,
	"certificate_sha256" text,
	"fetched_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "capture_image" (
	"capture_id" uuid PRIMARY KEY NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"exif" jsonb NOT NULL,
	"shown_sha256" text NOT NULL,
	"shown_media_type" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_kind";--> statement-breakpoint
ALTER TABLE "capture" DROP CONSTRAINT "capture_method";--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "media_type" text DEFAULT 'text/plain' NOT NULL;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "page_starts" integer[];--> statement-breakpoint
ALTER TABLE "intake" ADD CONSTRAINT "intake_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake" ADD CONSTRAINT "intake_for_source_id_source_id_fk" FOREIGN KEY ("for_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake" ADD CONSTRAINT "intake_list_id_intake_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."intake_list"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake" ADD CONSTRAINT "intake_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake" ADD CONSTRAINT "intake_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake" ADD CONSTRAINT "intake_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_list" ADD CONSTRAINT "intake_list_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_list" ADD CONSTRAINT "intake_list_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture_fetch" ADD CONSTRAINT "capture_fetch_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture_image" ADD CONSTRAINT "capture_image_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "intake_incident" ON "intake" USING btree ("incident_id","asked_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "intake_line" ON "intake" USING btree ("list_id","line");--> statement-breakpoint
CREATE INDEX "intake_fetches" ON "intake" USING btree ("asked_at","asked_by") WHERE "intake"."kind" = 'url';--> statement-breakpoint
CREATE INDEX "intake_stored" ON "intake" USING btree ("stored_sha256");--> statement-breakpoint
CREATE INDEX "intake_list_incident" ON "intake_list" USING btree ("incident_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "capture_bytes_sha256" ON "capture" USING btree ("bytes_sha256");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_kind" CHECK ("event"."kind" in ('account.created', 'account.role-set', 'account.suspended', 'account.restored', 'account.password-changed', 'account.renamed', 'session.ended', 'invitation.created', 'invitation.revoked', 'reset.created', 'team.changed', 'party.created', 'party.changed', 'outlet.graded', 'place.created', 'place.changed', 'incident.created', 'incident.changed', 'incident.joined', 'incident.left', 'incident.closed', 'incident.reopened', 'question.added', 'question.changed', 'claim.added', 'claim.changed', 'claim.made-central', 'claim.withdrawn', 'claim.restored', 'source.added', 'source.linked', 'source.changed', 'capture.taken', 'intake.asked', 'intake.listed', 'intake.retried', 'intake.fetched', 'intake.read', 'intake.cancelled', 'exclusion.marked', 'exclusion.lifted', 'lineage.drawn', 'lineage.confirmed', 'lineage.rejected', 'origin.named', 'origin.changed', 'excerpt.cut', 'excerpt.withdrawn', 'translation.added', 'evidence.attached', 'evidence.changed', 'evidence.withdrawn', 'round.opened', 'round.revealed', 'round.superseded', 'ballot.cast', 'ballot.recused', 'ballot.recast', 'revision.drafted', 'revision.edited', 'revision.discarded', 'revision.submitted', 'revision.withdrawn', 'revision.approved', 'revision.changes-requested', 'byline.chosen', 'publication.published', 'publication.retracted', 'notice.put', 'notice.lifted', 'redaction.proposed', 'redaction.confirmed', 'redaction.declined'));--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_method" CHECK ("capture"."method" in ('paste', 'note', 'fetch', 'file'));