-- Programs that an owner lets in, beside those of development, which have no name. The secret of one that has ended is kept as
-- little as any other: only its hash, which opens nothing any more.
ALTER TABLE access_clients
    ADD COLUMN name          text CONSTRAINT name_is_bounded CHECK (length(name) BETWEEN 1 AND 100),
    ADD COLUMN scope         text CONSTRAINT scope_is_known CHECK (scope IN ('read', 'book', 'manage')),
    ADD COLUMN registered_at timestamptz,
    ADD COLUMN secret_since  timestamptz,
    ADD COLUMN last_used_at  timestamptz,
    ADD COLUMN ended_at      timestamptz,
    ADD CONSTRAINT a_program_is_whole CHECK (
        (name IS NULL AND scope IS NULL AND registered_at IS NULL AND secret_since IS NULL AND ended_at IS NULL)
        OR (name IS NOT NULL AND scope IS NOT NULL AND registered_at IS NOT NULL AND secret_since IS NOT NULL));

CREATE UNIQUE INDEX a_name_is_one_programs ON access_clients (lower(name)) WHERE ended_at IS NULL;
