CREATE TABLE locations (
    id          uuid PRIMARY KEY,
    name        text NOT NULL,
    zone        text NOT NULL,
    street      text NOT NULL,
    postal_code text NOT NULL,
    city        text NOT NULL,
    phone       text NOT NULL
);

CREATE TABLE treatments (
    id   uuid PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE therapists (
    id   uuid PRIMARY KEY,
    name text NOT NULL
);
