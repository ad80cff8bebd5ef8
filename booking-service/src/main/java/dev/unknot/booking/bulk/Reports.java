package dev.unknot.booking.bulk;

import dev.unknot.booking.appointment.Outcome;
import dev.unknot.common.appointment.ChangesReport;
import dev.unknot.platform.problem.AccessRefused;
import dev.unknot.platform.problem.Fault;
import dev.unknot.platform.problem.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells of a set of changes what came of each. */
final class Reports {

    private static final int DONE = 200;
    private static final int FAILED_DEPENDENCY = 424;

    /** Of those that may be granted another time, as things stand. */
    private static final Set<Integer> CONFLICTS = Set.of(409, 412);

    private Reports() {}

    static ChangesReport of(List<Outcome> outcomes) {
        return new ChangesReport(outcomes.stream().map(Reports::one).toList());
    }

    /** Of the whole set: 409 where one of the refusals rests on what stands now, else 422. */
    static Rejection refusal(List<Outcome> outcomes) {
        List<Integer> refused = IntStream.range(0, outcomes.size())
                .filter(i -> outcomes.get(i).refused() != null)
                .boxed()
                .toList();
        String sentence =
                "Nothing was changed, since " + refused.size() + " of " + outcomes.size() + " changes cannot be made.";
        boolean conflict = refused.stream()
                .map(i -> Objects.requireNonNull(outcomes.get(i).refused()))
                .anyMatch(each -> CONFLICTS.contains(each.status()));
        Rejection whole = conflict
                ? Rejection.conflict("changes-refused", sentence)
                : Rejection.invalid("changes-refused", sentence);
        for (int i : refused) {
            whole = whole.at("items[" + i + "]");
        }
        return whole.telling(
                "report",
                new ChangesReport(outcomes.stream().map(Reports::undone).toList()));
    }

    static Rejection busy() {
        return Rejection.conflict("busy", "Others are changing the same things just now; try again.");
    }

    static List<AccessRefused> notTheirs(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Outcome::refused)
                .flatMap(Stream::ofNullable)
                .filter(refused -> refused.status() == 403)
                .map(refused -> new AccessRefused("POST /api/v1/bulk-changes", refused.code()))
                .toList();
    }

    private static ChangesReport.ChangeReport one(Outcome outcome) {
        Rejection refused = outcome.refused();
        return refused == null
                ? new ChangesReport.ChangeReport(outcome.appointment(), DONE, outcome.changed(), null)
                : new ChangesReport.ChangeReport(outcome.appointment(), refused.status(), null, problem(refused));
    }

    private static ChangesReport.ChangeReport undone(Outcome outcome) {
        return outcome.refused() != null
                ? one(outcome)
                : new ChangesReport.ChangeReport(outcome.appointment(), FAILED_DEPENDENCY, null, notDone());
    }

    private static ChangesReport.ChangeRefusal notDone() {
        return new ChangesReport.ChangeRefusal(
                "not-done", "This could have been changed, and was not, since another change cannot be made.", null);
    }

    private static ChangesReport.ChangeRefusal problem(Rejection refused) {
        List<String> fields =
                new ArrayList<>(refused.errors().stream().map(Fault::field).toList());
        return new ChangesReport.ChangeRefusal(
                refused.code(), refused.sentence(), fields.isEmpty() ? null : fields.getFirst());
    }
}
