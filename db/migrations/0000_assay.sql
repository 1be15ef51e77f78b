CREATE TABLE "access_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"role" text,
	"is_admin" boolean DEFAULT false NOT NULL,
	"account_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "access_link_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "access_link_kind" CHECK ("access_link"."kind" in ('invitation', 'reset')),
	CONSTRAINT "access_link_role" CHECK ("access_link"."role" in ('observer', 'editor', 'lead')),
	CONSTRAINT "access_link_target" CHECK (("access_link"."kind" = 'invitation' and "access_link"."role" is not null and "access_link"."account_id" is null) or ("access_link"."kind" = 'reset' and "access_link"."account_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"is_admin" boolean DEFAULT false NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "account_email_lower" CHECK ("account"."email" = lower("account"."email")),
	CONSTRAINT "account_role" CHECK ("account"."role" in ('observer', 'editor', 'lead'))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"user_agent" text,
	CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "signin_throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"text" text NOT NULL,
	"is_central" boolean DEFAULT false NOT NULL,
	"first_source_id" uuid,
	"first_appeared" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "claim_incident" UNIQUE("id","incident_id"),
	CONSTRAINT "claim_withdrawn" CHECK (("claim"."withdrawn_at" is null or length(trim(coalesce("claim"."withdrawn_reason", ''))) > 0))
);
--> statement-breakpoint
CREATE TABLE "claim_claimant" (
	"claim_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	CONSTRAINT "claim_claimant_claim_id_party_id_pk" PRIMARY KEY("claim_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "question_incident" UNIQUE("id","incident_id"),
	CONSTRAINT "question_kind" CHECK ("question"."kind" in ('what', 'who', 'when', 'where', 'how_many', 'why'))
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"incident_id" uuid,
	"subject_id" uuid NOT NULL,
	"from_state" text,
	"to_state" text,
	"reason" text,
	"detail" jsonb NOT NULL,
	"is_sealed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "event_kind" CHECK ("event"."kind" in ('account.created', 'account.role-set', 'account.suspended', 'account.restored', 'account.password-changed', 'account.renamed', 'session.ended', 'invitation.created', 'invitation.revoked', 'reset.created', 'team.changed', 'party.created', 'party.changed', 'outlet.graded', 'place.created', 'place.changed', 'incident.created', 'incident.changed', 'incident.joined', 'incident.left', 'incident.closed', 'incident.reopened', 'question.added', 'question.changed', 'claim.added', 'claim.changed', 'claim.made-central', 'claim.withdrawn', 'claim.restored', 'source.added', 'source.linked', 'source.changed', 'capture.taken', 'exclusion.marked', 'exclusion.lifted', 'lineage.drawn', 'lineage.confirmed', 'lineage.rejected', 'origin.named', 'origin.changed', 'excerpt.cut', 'excerpt.withdrawn', 'translation.added', 'evidence.attached', 'evidence.changed', 'evidence.withdrawn', 'round.opened', 'round.revealed', 'round.superseded', 'ballot.cast', 'ballot.recused', 'ballot.recast', 'revision.drafted', 'revision.edited', 'revision.discarded', 'revision.submitted', 'revision.withdrawn', 'revision.approved', 'revision.changes-requested', 'byline.chosen', 'publication.published', 'publication.retracted', 'notice.put', 'notice.lifted', 'redaction.proposed', 'redaction.confirmed', 'redaction.declined'))
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"excerpt_id" uuid NOT NULL,
	"claim_id" uuid,
	"stance" text,
	"origin_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"withdrawn_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "evidence_stance" CHECK ("evidence"."stance" in ('supports', 'disputes')),
	CONSTRAINT "evidence_bearing" CHECK (("evidence"."claim_id" is null) = ("evidence"."stance" is null)),
	CONSTRAINT "evidence_withdrawn" CHECK (("evidence"."withdrawn_at" is null) = ("evidence"."withdrawn_by" is null) and ("evidence"."withdrawn_at" is null or length(trim(coalesce("evidence"."withdrawn_reason", ''))) > 0))
);
--> statement-breakpoint
CREATE TABLE "evidence_relay" (
	"evidence_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"party_id" uuid NOT NULL,
	CONSTRAINT "evidence_relay_evidence_id_position_pk" PRIMARY KEY("evidence_id","position")
);
--> statement-breakpoint
CREATE TABLE "excerpt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"capture_id" uuid NOT NULL,
	"exact" text NOT NULL,
	"prefix" text NOT NULL,
	"suffix" text NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"withdrawn_by" uuid,
	CONSTRAINT "excerpt_range" CHECK ("excerpt"."start" >= 0 and "excerpt"."end" > "excerpt"."start"),
	CONSTRAINT "excerpt_withdrawn" CHECK (("excerpt"."withdrawn_at" is null) = ("excerpt"."withdrawn_by" is null) and ("excerpt"."withdrawn_at" is null or length(trim(coalesce("excerpt"."withdrawn_reason", ''))) > 0))
);
--> statement-breakpoint
CREATE TABLE "origin" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"party_id" uuid,
	"channel" text NOT NULL,
	"mode" text NOT NULL,
	"dated" text,
	"first_source_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "origin_incident" UNIQUE("id","incident_id"),
	CONSTRAINT "origin_mode" CHECK ("origin"."mode" in ('observed', 'asserted'))
);
--> statement-breakpoint
CREATE TABLE "translation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"excerpt_id" uuid NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"method" text NOT NULL,
	"translator" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "translation_method" CHECK ("translation"."method" in ('desk', 'machine', 'published')),
	CONSTRAINT "translation_translator" CHECK ("translation"."method" <> 'desk' or "translation"."translator" is null)
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"type" text NOT NULL,
	"occurred" text,
	"place_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"close_reason" text,
	"close_note" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "incident_slug_unique" UNIQUE("slug"),
	CONSTRAINT "incident_type" CHECK ("incident"."type" in ('strike', 'attack', 'clash', 'explosion', 'detention', 'protest', 'statement', 'election', 'disaster', 'other')),
	CONSTRAINT "incident_state" CHECK ("incident"."state" in ('open', 'closed')),
	CONSTRAINT "incident_close_reason" CHECK ("incident"."close_reason" in ('not_published', 'duplicate')),
	CONSTRAINT "incident_closed" CHECK (("incident"."state" = 'closed') = ("incident"."close_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "incident_member" (
	"incident_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "incident_member_incident_id_account_id_pk" PRIMARY KEY("incident_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "incident_party" (
	"incident_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	CONSTRAINT "incident_party_incident_id_party_id_pk" PRIMARY KEY("incident_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "incident_relation" (
	"incident_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "incident_relation_incident_id_other_id_kind_pk" PRIMARY KEY("incident_id","other_id","kind"),
	CONSTRAINT "incident_relation_kind" CHECK ("incident_relation"."kind" in ('part_of', 'follow_up', 'duplicate_of')),
	CONSTRAINT "incident_relation_other" CHECK ("incident_relation"."incident_id" <> "incident_relation"."other_id")
);
--> statement-breakpoint
CREATE TABLE "incident_tag" (
	"incident_id" uuid NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "incident_tag_incident_id_tag_pk" PRIMARY KEY("incident_id","tag")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp (3) with time zone,
	"lift_reason" text,
	CONSTRAINT "notice_lifted" CHECK (("notice"."lifted_at" is null) = ("notice"."lifted_by" is null))
);
--> statement-breakpoint
CREATE TABLE "side" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "side_incident" UNIQUE("id","incident_id"),
	CONSTRAINT "side_name" UNIQUE("incident_id","name")
);
--> statement-breakpoint
CREATE TABLE "side_party" (
	"incident_id" uuid NOT NULL,
	"side_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	CONSTRAINT "side_party_incident_id_party_id_pk" PRIMARY KEY("incident_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "listing" (
	"incident_id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"heading" text,
	"occurred" "int4range",
	"words" "tsvector",
	"places" "tsvector",
	"parties" "tsvector",
	CONSTRAINT "listing_publication" UNIQUE("publication_id"),
	CONSTRAINT "listing_heading_known" CHECK ("listing"."heading" in ('established', 'likely', 'disputed', 'unverified', 'unlikely'))
);
--> statement-breakpoint
CREATE TABLE "outlet_grade" (
	"id" uuid PRIMARY KEY NOT NULL,
	"party_id" uuid NOT NULL,
	"grade" text NOT NULL,
	"reason" text NOT NULL,
	"graded_by" uuid NOT NULL,
	"graded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outlet_grade_grade" CHECK ("outlet_grade"."grade" in ('A', 'B', 'C', 'D', 'E', 'F'))
);
--> statement-breakpoint
CREATE TABLE "party" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "party_kind" CHECK ("party"."kind" in ('person', 'armed_group', 'state_body', 'agency', 'outlet', 'organisation', 'other'))
);
--> statement-breakpoint
CREATE TABLE "party_alias" (
	"id" uuid PRIMARY KEY NOT NULL,
	"party_id" uuid NOT NULL,
	"name" text NOT NULL,
	"language" text
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" uuid PRIMARY KEY NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"precision" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "place_precision" CHECK ("place"."precision" in ('exact', 'vicinity', 'settlement', 'district', 'region', 'country')),
	CONSTRAINT "place_latitude" CHECK ("place"."latitude" between -90 and 90),
	CONSTRAINT "place_longitude" CHECK ("place"."longitude" between -180 and 180),
	CONSTRAINT "place_both" CHECK (("place"."latitude" is null) = ("place"."longitude" is null))
);
--> statement-breakpoint
CREATE TABLE "place_name" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"name" text NOT NULL,
	"language" text,
	"script" text,
	"romanisation" text,
	"is_main" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"revision_id" uuid,
	"document" text,
	"hash" text NOT NULL,
	"correction_kind" text,
	"correction_note" text,
	"published_by" uuid NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "publication_once" UNIQUE("incident_id","number"),
	CONSTRAINT "publication_correction_kind" CHECK ("publication"."correction_kind" in ('correction', 'update', 'clarification', 'retraction')),
	CONSTRAINT "publication_number" CHECK ("publication"."number" >= 1),
	CONSTRAINT "publication_correction" CHECK (("publication"."number" = 1) = ("publication"."correction_kind" is null)),
	CONSTRAINT "publication_note" CHECK ("publication"."correction_kind" is null or length(trim(coalesce("publication"."correction_note", ''))) > 0),
	CONSTRAINT "publication_retraction" CHECK (("publication"."revision_id" is null) = ("publication"."correction_kind" is not distinct from 'retraction'))
);
--> statement-breakpoint
CREATE TABLE "redaction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"incident_id" uuid,
	"publication_id" uuid,
	"capture_id" uuid,
	"byline" text,
	"public_reason" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"declined_at" timestamp (3) with time zone,
	CONSTRAINT "redaction_kind" CHECK ("redaction"."kind" in ('publication', 'capture', 'byline')),
	CONSTRAINT "redaction_two" CHECK ("redaction"."confirmed_by" <> "redaction"."proposed_by"),
	CONSTRAINT "redaction_decided" CHECK ("redaction"."confirmed_at" is null or "redaction"."declined_at" is null),
	CONSTRAINT "redaction_confirmed" CHECK (("redaction"."confirmed_by" is null) = ("redaction"."confirmed_at" is null)),
	CONSTRAINT "redaction_target" CHECK (("redaction"."kind" = 'capture') = ("redaction"."capture_id" is not null) and ("redaction"."kind" <> 'capture') = ("redaction"."publication_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"revision_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"snapshot_hash" text NOT NULL,
	"snapshot" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_decision" CHECK ("review"."decision" in ('approve', 'request_changes')),
	CONSTRAINT "review_comment" CHECK ("review"."decision" = 'approve' or length(trim("review"."comment")) > 0)
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"state" text NOT NULL,
	"document" jsonb NOT NULL,
	"based_on" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid,
	"submitted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "revision_incident" UNIQUE("id","incident_id"),
	CONSTRAINT "revision_state" CHECK ("revision"."state" in ('draft', 'in_review', 'approved', 'published', 'changes_requested', 'withdrawn', 'superseded'))
);
--> statement-breakpoint
CREATE TABLE "revision_author" (
	"revision_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"byline" text,
	CONSTRAINT "revision_author_revision_id_account_id_pk" PRIMARY KEY("revision_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "ballot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"level" text,
	"reason" text DEFAULT '' NOT NULL,
	"is_reason_public" boolean DEFAULT false NOT NULL,
	"is_recusal" boolean DEFAULT false NOT NULL,
	"cast_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ballot_level" CHECK ("ballot"."level" in ('confirmed', 'probable', 'possible', 'doubtful', 'improbable', 'unknown')),
	CONSTRAINT "ballot_recusal" CHECK ("ballot"."is_recusal" = ("ballot"."level" is null)),
	CONSTRAINT "ballot_reason" CHECK (coalesce("ballot"."level" in ('probable', 'possible', 'doubtful'), false) or length(trim("ballot"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"level" text NOT NULL,
	"spread" integer,
	"distribution" jsonb NOT NULL,
	"reasons" jsonb NOT NULL,
	"concluded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "finding_level" CHECK ("finding"."level" in ('confirmed', 'probable', 'possible', 'doubtful', 'improbable', 'unknown')),
	CONSTRAINT "finding_spread" CHECK ("finding"."spread" between 0 and 4)
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"quorum" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"reason" text,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"revealed_by" uuid,
	"revealed_at" timestamp (3) with time zone,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "round_state" CHECK ("round"."state" in ('open', 'revealed', 'superseded')),
	CONSTRAINT "round_quorum" CHECK ("round"."quorum" >= 2)
);
--> statement-breakpoint
CREATE TABLE "capture" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"bytes" "bytea",
	"text" text,
	"bytes_sha256" text NOT NULL,
	"text_sha256" text NOT NULL,
	"text_length" integer NOT NULL,
	"method" text NOT NULL,
	"method_version" text NOT NULL,
	"normalisation" integer NOT NULL,
	"captured_by" uuid NOT NULL,
	"captured_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "capture_method" CHECK ("capture"."method" in ('paste', 'note'))
);
--> statement-breakpoint
CREATE TABLE "exclusion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"capture_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	CONSTRAINT "exclusion_range" CHECK ("exclusion"."start" >= 0 and "exclusion"."end" > "exclusion"."start")
);
--> statement-breakpoint
CREATE TABLE "incident_source" (
	"incident_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "incident_source_incident_id_source_id_pk" PRIMARY KEY("incident_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "lineage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"of_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"drawn_by" uuid NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "lineage_kind" CHECK ("lineage"."kind" in ('reprint', 'translation', 'scrape', 'quotes')),
	CONSTRAINT "lineage_state" CHECK ("lineage"."state" in ('suggested', 'confirmed', 'rejected')),
	CONSTRAINT "lineage_other" CHECK ("lineage"."source_id" <> "lineage"."of_id")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"medium" text NOT NULL,
	"outlet_id" uuid,
	"url" text,
	"archive_url" text,
	"title" text,
	"byline" text,
	"language" text,
	"published" text,
	"is_confidential" boolean DEFAULT false NOT NULL,
	"public_description" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "source_kind" CHECK ("source"."kind" in ('document', 'own_work')),
	CONSTRAINT "source_medium" CHECK ("source"."medium" in ('article', 'agency', 'post', 'video', 'image', 'broadcast', 'statement', 'call', 'other')),
	CONSTRAINT "source_described" CHECK (not "source"."is_confidential" or "source"."public_description" is not null)
);
--> statement-breakpoint
CREATE TABLE "team" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"organisation" text DEFAULT 'Assay' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"quorum" integer DEFAULT 3 NOT NULL,
	"approvals" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "team_single" CHECK ("team"."id" = 1),
	CONSTRAINT "team_quorum" CHECK ("team"."quorum" between 2 and 50),
	CONSTRAINT "team_approvals" CHECK ("team"."approvals" between 1 and 3)
);
--> statement-breakpoint
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_first_source_id_source_id_fk" FOREIGN KEY ("first_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_question_id_incident_id_question_id_incident_id_fk" FOREIGN KEY ("question_id","incident_id") REFERENCES "public"."question"("id","incident_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_claimant" ADD CONSTRAINT "claim_claimant_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_claimant" ADD CONSTRAINT "claim_claimant_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_excerpt_id_excerpt_id_fk" FOREIGN KEY ("excerpt_id") REFERENCES "public"."excerpt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_withdrawn_by_account_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_incident_id_claim_id_incident_id_fk" FOREIGN KEY ("claim_id","incident_id") REFERENCES "public"."claim"("id","incident_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_origin_id_incident_id_origin_id_incident_id_fk" FOREIGN KEY ("origin_id","incident_id") REFERENCES "public"."origin"("id","incident_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_relay" ADD CONSTRAINT "evidence_relay_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_relay" ADD CONSTRAINT "evidence_relay_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excerpt" ADD CONSTRAINT "excerpt_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excerpt" ADD CONSTRAINT "excerpt_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excerpt" ADD CONSTRAINT "excerpt_withdrawn_by_account_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "origin" ADD CONSTRAINT "origin_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "origin" ADD CONSTRAINT "origin_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "origin" ADD CONSTRAINT "origin_first_source_id_source_id_fk" FOREIGN KEY ("first_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation" ADD CONSTRAINT "translation_excerpt_id_excerpt_id_fk" FOREIGN KEY ("excerpt_id") REFERENCES "public"."excerpt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation" ADD CONSTRAINT "translation_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_member" ADD CONSTRAINT "incident_member_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_member" ADD CONSTRAINT "incident_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_party" ADD CONSTRAINT "incident_party_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_party" ADD CONSTRAINT "incident_party_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_relation" ADD CONSTRAINT "incident_relation_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_relation" ADD CONSTRAINT "incident_relation_other_id_incident_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_tag" ADD CONSTRAINT "incident_tag_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_begun_by_account_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_lifted_by_account_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side" ADD CONSTRAINT "side_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_party" ADD CONSTRAINT "side_party_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_party" ADD CONSTRAINT "side_party_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_party" ADD CONSTRAINT "side_party_side_id_incident_id_side_id_incident_id_fk" FOREIGN KEY ("side_id","incident_id") REFERENCES "public"."side"("id","incident_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slug" ADD CONSTRAINT "slug_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing" ADD CONSTRAINT "listing_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing" ADD CONSTRAINT "listing_publication_id_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outlet_grade" ADD CONSTRAINT "outlet_grade_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outlet_grade" ADD CONSTRAINT "outlet_grade_graded_by_account_id_fk" FOREIGN KEY ("graded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_alias" ADD CONSTRAINT "party_alias_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_name" ADD CONSTRAINT "place_name_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_published_by_account_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_revision_id_incident_id_revision_id_incident_id_fk" FOREIGN KEY ("revision_id","incident_id") REFERENCES "public"."revision"("id","incident_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_publication_id_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_proposed_by_account_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_confirmed_by_account_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_updated_by_account_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_author" ADD CONSTRAINT "revision_author_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_author" ADD CONSTRAINT "revision_author_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_opened_by_account_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_revealed_by_account_id_fk" FOREIGN KEY ("revealed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_captured_by_account_id_fk" FOREIGN KEY ("captured_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_source" ADD CONSTRAINT "incident_source_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_source" ADD CONSTRAINT "incident_source_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_of_id_source_id_fk" FOREIGN KEY ("of_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_drawn_by_account_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_outlet_id_party_id_fk" FOREIGN KEY ("outlet_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_email_unique" ON "account" USING btree ("email");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_one_central" ON "claim" USING btree ("incident_id") WHERE "claim"."is_central";--> statement-breakpoint
CREATE INDEX "claim_by_incident" ON "claim" USING btree ("incident_id","created_at","id");--> statement-breakpoint
CREATE INDEX "claim_by_question" ON "claim" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "claim_claimant_party" ON "claim_claimant" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "question_by_incident" ON "question" USING btree ("incident_id","position","id");--> statement-breakpoint
CREATE INDEX "event_by_incident" ON "event" USING btree ("incident_id","at","id");--> statement-breakpoint
CREATE INDEX "event_by_subject" ON "event" USING btree ("subject_id","at","id");--> statement-breakpoint
CREATE INDEX "event_by_time" ON "event" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_once" ON "evidence" USING btree ("excerpt_id","claim_id") WHERE "evidence"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_background_once" ON "evidence" USING btree ("incident_id","excerpt_id") WHERE "evidence"."claim_id" is null and "evidence"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "evidence_by_incident" ON "evidence" USING btree ("incident_id","created_at","id");--> statement-breakpoint
CREATE INDEX "evidence_by_claim" ON "evidence" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "evidence_by_excerpt" ON "evidence" USING btree ("excerpt_id");--> statement-breakpoint
CREATE INDEX "evidence_by_origin" ON "evidence" USING btree ("origin_id");--> statement-breakpoint
CREATE INDEX "evidence_relay_party" ON "evidence_relay" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "excerpt_capture" ON "excerpt" USING btree ("capture_id");--> statement-breakpoint
CREATE INDEX "origin_by_incident" ON "origin" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "translation_excerpt" ON "translation" USING btree ("excerpt_id","created_at","id");--> statement-breakpoint
CREATE INDEX "incident_updated" ON "incident" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "incident_created" ON "incident" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "incident_member_account" ON "incident_member" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "incident_party_party" ON "incident_party" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "incident_relation_other_id" ON "incident_relation" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "incident_tag_tag" ON "incident_tag" USING btree ("tag");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_one_standing" ON "notice" USING btree ("incident_id") WHERE "notice"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "notice_incident" ON "notice" USING btree ("incident_id","begun_at","id");--> statement-breakpoint
CREATE INDEX "side_party_side" ON "side_party" USING btree ("side_id");--> statement-breakpoint
CREATE INDEX "slug_incident" ON "slug" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "listing_newest" ON "listing" USING btree ("published_at","publication_id");--> statement-breakpoint
CREATE INDEX "listing_heading" ON "listing" USING btree ("heading","published_at","publication_id");--> statement-breakpoint
CREATE INDEX "listing_occurred" ON "listing" USING gist ("occurred");--> statement-breakpoint
CREATE INDEX "listing_words" ON "listing" USING gin ("words");--> statement-breakpoint
CREATE INDEX "listing_places" ON "listing" USING gin ("places");--> statement-breakpoint
CREATE INDEX "listing_parties" ON "listing" USING gin ("parties");--> statement-breakpoint
CREATE INDEX "listing_address" ON "listing" USING btree ("incident_id") WHERE "listing"."words" is not null;--> statement-breakpoint
CREATE INDEX "outlet_grade_party" ON "outlet_grade" USING btree ("party_id","graded_at","id");--> statement-breakpoint
CREATE INDEX "party_name" ON "party" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "party_alias_party" ON "party_alias" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "place_name_place" ON "place_name" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "place_name_name" ON "place_name" USING btree ("name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "place_name_main" ON "place_name" USING btree ("place_id") WHERE "place_name"."is_main";--> statement-breakpoint
CREATE UNIQUE INDEX "publication_revision" ON "publication" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "publication_newest" ON "publication" USING btree ("published_at","id");--> statement-breakpoint
CREATE INDEX "publication_corrected" ON "publication" USING btree ("published_at","id") WHERE "publication"."correction_kind" is not null;--> statement-breakpoint
CREATE INDEX "redaction_incident" ON "redaction" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "redaction_publication" ON "redaction" USING btree ("publication_id");--> statement-breakpoint
CREATE INDEX "redaction_capture" ON "redaction" USING btree ("capture_id");--> statement-breakpoint
CREATE INDEX "review_revision" ON "review" USING btree ("revision_id","decided_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_one_working" ON "revision" USING btree ("incident_id") WHERE "revision"."state" in ('draft', 'in_review', 'approved');--> statement-breakpoint
CREATE UNIQUE INDEX "revision_one_published" ON "revision" USING btree ("incident_id") WHERE "revision"."state" = 'published';--> statement-breakpoint
CREATE INDEX "revision_by_incident" ON "revision" USING btree ("incident_id","created_at","id");--> statement-breakpoint
CREATE INDEX "revision_author_account" ON "revision_author" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_one" ON "ballot" USING btree ("round_id","account_id");--> statement-breakpoint
CREATE INDEX "ballot_account" ON "ballot" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "finding_claim" ON "finding" USING btree ("claim_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_number" ON "round" USING btree ("claim_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "round_one_open" ON "round" USING btree ("claim_id") WHERE "round"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "round_one_revealed" ON "round" USING btree ("claim_id") WHERE "round"."state" = 'revealed';--> statement-breakpoint
CREATE UNIQUE INDEX "capture_number" ON "capture" USING btree ("source_id","number");--> statement-breakpoint
CREATE INDEX "capture_text_sha256" ON "capture" USING btree ("text_sha256");--> statement-breakpoint
CREATE INDEX "exclusion_capture" ON "exclusion" USING btree ("capture_id");--> statement-breakpoint
CREATE INDEX "incident_source_source" ON "incident_source" USING btree ("source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lineage_edge" ON "lineage" USING btree ("source_id","of_id","kind");--> statement-breakpoint
CREATE INDEX "lineage_of" ON "lineage" USING btree ("of_id");--> statement-breakpoint
CREATE INDEX "source_created" ON "source" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "source_outlet" ON "source" USING btree ("outlet_id");