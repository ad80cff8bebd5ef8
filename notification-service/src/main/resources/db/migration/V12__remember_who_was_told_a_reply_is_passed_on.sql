CREATE TABLE passed_on (
    phone text NOT NULL,
    day   date NOT NULL,
    CONSTRAINT a_number_is_told_once_a_day PRIMARY KEY (phone, day)
);
