CREATE TABLE "log_cosignature" (
	"size" integer NOT NULL,
	"witness" text NOT NULL,
	"line" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "log_cosignature_size_witness_pk" PRIMARY KEY("size","witness")
);
--> statement-breakpoint
CREATE TABLE "log_key" (
	"verifier_key" text PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_leaf" (
	"index" integer PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"redaction_id" uuid,
	"entry" text NOT NULL,
	CONSTRAINT "log_leaf_index" CHECK ("log_leaf"."index" >= 0)
);
--> statement-breakpoint
CREATE TABLE "log_node" (
	"level" integer NOT NULL,
	"index" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "log_node_level_index_pk" PRIMARY KEY("level","index")
);
--> statement-breakpoint
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_publication_id_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_redaction_id_redaction_id_fk" FOREIGN KEY ("redaction_id") REFERENCES "public"."redaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "log_leaf_publication" ON "log_leaf" USING btree ("publication_id") WHERE "log_leaf"."redaction_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "log_leaf_redaction" ON "log_leaf" USING btree ("redaction_id");--> statement-breakpoint
CREATE INDEX "log_leaf_of" ON "log_leaf" USING btree ("publication_id","index");