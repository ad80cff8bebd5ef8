CREATE TABLE contacts (
    client_id uuid PRIMARY KEY,
    name      text NOT NULL,
    email     text,
    phone     text,
    language  text NOT NULL,
    CONSTRAINT a_contact_can_be_reached CHECK (email IS NOT NULL OR phone IS NOT NULL)
);
