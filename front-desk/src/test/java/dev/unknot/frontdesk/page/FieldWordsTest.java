package dev.unknot.frontdesk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.problem.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldWordsTest {

    @Test
    void whatIsMissingIsAskedForByTheNameThatPeopleUse() {
        assertThat(told("The field name must not be blank.", new Fault("name", "not-blank", "must not be blank")))
                .isEqualTo("Please give a name.");
        assertThat(told("The field name must not be blank.", new Fault("name", "one-line", "must not be blank")))
                .isEqualTo("Please give a name.");
        assertThat(told("The field email is missing.", new Fault("email", "not-null", "must not be null")))
                .isEqualTo("Please give an email address.");
    }

    @Test
    void whatIsWrongIsSaidOfTheFieldAsPeopleCallIt() {
        assertThat(told(
                        "The field waive[0].reason is long.",
                        new Fault("waive[0].reason", "size", "must be 1 to 200 long")))
                .isEqualTo("The reason is long.");
    }

    @Test
    void severalAreSaidOneAfterAnother() {
        assertThat(told(
                        "Some fields of the request are not valid.",
                        new Fault("name", "not-blank", "must not be blank"),
                        new Fault("phone", "size", "must be 0 to 30 long")))
                .isEqualTo("Please give a name. The phone number must be 0 to 30 long.");
    }

    @Test
    void aFieldThatNobodyKnowsAndARulesOwnSentenceStayAsTheyAre() {
        assertThat(told("The field holdId must be a UUID.", new Fault("holdId", "invalid-value", "must be a UUID")))
                .isEqualTo("The field holdId must be a UUID.");
        assertThat(told("A name has a letter.", new Fault("name", "invalid-name", "A name has a letter.")))
                .isEqualTo("A name has a letter.");
        assertThat(FieldWords.sentence("slot-taken", "Taken.", List.of(new Fault("start", "slot-taken", "is taken"))))
                .isEqualTo("Taken.");
    }

    private static String told(String otherwise, Fault... faults) {
        return FieldWords.sentence("invalid-request", otherwise, List.of(faults));
    }
}
