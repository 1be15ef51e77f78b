ALTER TABLE "publication" ADD COLUMN "approvals" integer;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_approvals" CHECK ("publication"."approvals" >= 1);