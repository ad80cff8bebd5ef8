CREATE TABLE treatment_names (
    treatment_id uuid NOT NULL REFERENCES treatments ON DELETE CASCADE,
    language     text NOT NULL CHECK (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
    name         text NOT NULL CHECK (name <> ''),
    CONSTRAINT one_name_per_language PRIMARY KEY (treatment_id, language)
);
