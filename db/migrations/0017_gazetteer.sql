CREATE TABLE "gazetteer_entry" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"names" text[] NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"feature" text NOT NULL,
	"country" text NOT NULL,
	"region" text NOT NULL,
	"population" bigint NOT NULL,
	CONSTRAINT "gazetteer_entry_latitude" CHECK ("gazetteer_entry"."latitude" between -90 and 90),
	CONSTRAINT "gazetteer_entry_longitude" CHECK ("gazetteer_entry"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "gazetteer_file" (
	"sha256" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"entries" integer NOT NULL,
	"made" integer NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gazetteer_name" (
	"entry_id" integer NOT NULL,
	"form" text NOT NULL,
	"weight" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "geonames_id" integer;--> statement-breakpoint
CREATE INDEX "gazetteer_entry_region" ON "gazetteer_entry" USING btree ("country","region") WHERE "gazetteer_entry"."feature" in ('A.ADM1', 'P.PPLA', 'P.PPLC');--> statement-breakpoint
CREATE INDEX "gazetteer_name_entry" ON "gazetteer_name" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "gazetteer_name_form" ON "gazetteer_name" USING btree ("form" text_pattern_ops,"weight","entry_id");--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_geonames" UNIQUE("geonames_id");