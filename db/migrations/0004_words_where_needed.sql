ALTER TABLE "publication" DROP CONSTRAINT "publication_note";--> statement-breakpoint
ALTER TABLE "ballot" DROP CONSTRAINT "ballot_reason";--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_note" CHECK ("publication"."correction_kind" is null or length(trim(coalesce("publication"."correction_note", ''))) > 0);--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_reason" CHECK (coalesce("ballot"."level" in ('probable', 'possible', 'doubtful'), false) or length(trim("ballot"."reason")) > 0);