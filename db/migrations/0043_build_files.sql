CREATE TABLE "build_file" (
	"address" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
-- What is signed of how pages look (/log/styles) is another page then (docs/decisions/0056).
CREATE CONSTRAINT TRIGGER build_file_public AFTER INSERT OR DELETE ON "build_file" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION count_public_change();
