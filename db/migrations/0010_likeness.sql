CREATE TABLE "likeness" (
	"capture_id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "likeness_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"print_version" integer NOT NULL,
	"prints" integer[] NOT NULL,
	CONSTRAINT "likeness_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "likeness_print" (
	"print" integer NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "likeness_print_print_number_pk" PRIMARY KEY("print","number")
);
--> statement-breakpoint
CREATE TABLE "origin_hint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"strength" real NOT NULL,
	"basis" jsonb NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "origin_hint_state" CHECK ("origin_hint"."state" in ('suggested', 'dismissed')),
	CONSTRAINT "origin_hint_order" CHECK ("origin_hint"."source_id" < "origin_hint"."other_id")
);
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_kind";--> statement-breakpoint
ALTER TABLE "lineage" ALTER COLUMN "drawn_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "lineage" ADD COLUMN "strength" real;--> statement-breakpoint
ALTER TABLE "lineage" ADD COLUMN "basis" jsonb;--> statement-breakpoint
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "origin_hint" ADD CONSTRAINT "origin_hint_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "origin_hint" ADD CONSTRAINT "origin_hint_other_id_source_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "origin_hint" ADD CONSTRAINT "origin_hint_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "origin_hint_pair" ON "origin_hint" USING btree ("source_id","other_id");--> statement-breakpoint
CREATE INDEX "origin_hint_other" ON "origin_hint" USING btree ("other_id");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_kind" CHECK ("event"."kind" in ('account.created', 'account.role-set', 'account.suspended', 'account.restored', 'account.password-changed', 'account.renamed', 'session.ended', 'invitation.created', 'invitation.revoked', 'reset.created', 'team.changed', 'party.created', 'party.changed', 'party.merged', 'party.told-apart', 'outlet.graded', 'place.created', 'place.changed', 'place.merged', 'place.told-apart', 'incident.created', 'incident.changed', 'incident.joined', 'incident.left', 'incident.closed', 'incident.reopened', 'question.added', 'question.changed', 'claim.added', 'claim.changed', 'claim.made-central', 'claim.withdrawn', 'claim.restored', 'source.added', 'source.linked', 'source.changed', 'capture.taken', 'intake.asked', 'intake.listed', 'intake.retried', 'intake.fetched', 'intake.read', 'intake.cancelled', 'exclusion.marked', 'exclusion.lifted', 'lineage.drawn', 'lineage.confirmed', 'lineage.rejected', 'lineage.suggested', 'lineage.hinted', 'lineage.dismissed', 'origin.named', 'origin.changed', 'excerpt.cut', 'excerpt.withdrawn', 'translation.added', 'evidence.attached', 'evidence.changed', 'evidence.withdrawn', 'round.opened', 'round.revealed', 'round.superseded', 'ballot.cast', 'ballot.recused', 'ballot.recast', 'revision.drafted', 'revision.edited', 'revision.discarded', 'revision.submitted', 'revision.withdrawn', 'revision.approved', 'revision.changes-requested', 'byline.chosen', 'publication.published', 'publication.retracted', 'notice.put', 'notice.lifted', 'redaction.proposed', 'redaction.confirmed', 'redaction.declined'));--> statement-breakpoint
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_drawn" CHECK ("lineage"."drawn_by" is not null or ("lineage"."strength" is not null and "lineage"."basis" is not null));
--> statement-breakpoint
-- Rule 12: a hint is set aside, and stays. The index may go: it is made anew from the captures.
CREATE TRIGGER origin_hint_no_delete BEFORE DELETE ON "origin_hint" FOR EACH ROW EXECUTE FUNCTION lock_refuse();
--> statement-breakpoint
CREATE TRIGGER origin_hint_no_truncate BEFORE TRUNCATE ON "origin_hint" FOR EACH STATEMENT EXECUTE FUNCTION lock_refuse();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER origin_hint_leaves_event AFTER INSERT OR UPDATE OR DELETE ON "origin_hint" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION lock_event_left('id:lineage');
--> statement-breakpoint
-- Rule 12: of a redacted text no print stays by which one could tell what it said.
CREATE FUNCTION forget_likeness() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'capture' THEN
    DELETE FROM likeness WHERE capture_id = OLD.id;
  ELSE
    DELETE FROM likeness_print p USING unnest(OLD.prints) AS gone (print) WHERE p.print = gone.print AND p.number = OLD.number;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER capture_forgets_likeness AFTER UPDATE OF text ON "capture" FOR EACH ROW
  WHEN (OLD.text IS NOT NULL AND NEW.text IS NULL) EXECUTE FUNCTION forget_likeness();
--> statement-breakpoint
CREATE TRIGGER likeness_forgets_prints AFTER DELETE ON "likeness" FOR EACH ROW EXECUTE FUNCTION forget_likeness();
