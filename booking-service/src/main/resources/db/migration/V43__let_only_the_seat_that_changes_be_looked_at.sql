-- Somebody else at the same visit may be erased by now: of a seat that goes to another client, that one is asked for.
CREATE TRIGGER an_erased_client_takes_over_no_seat BEFORE UPDATE OF client_id ON appointment_participants
    FOR EACH ROW WHEN (NEW.client_id IS NOT NULL AND NEW.client_id IS DISTINCT FROM OLD.client_id)
    EXECUTE FUNCTION an_erased_client_is_not_booked();
