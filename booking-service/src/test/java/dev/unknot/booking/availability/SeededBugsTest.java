package dev.unknot.booking.availability;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.oracle.MinuteOracle;
import dev.unknot.oracle.RandomWorlds;
import dev.unknot.oracle.Slot;
import dev.unknot.oracle.World;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the comparison with the oracle would notice a bug, shown by bugs. */
class SeededBugsTest {

    private static final List<Question> QUESTIONS =
            LongStream.range(0, 150).mapToObj(Question::about).toList();

    @ParameterizedTest
    @EnumSource
    void theOracleNoticesThat(SeededBug bug) {
        assertThat(firstNoticed(Workshop.engine(Set.of(bug.file()), bug::in)))
                .as("how many worlds it takes to notice that " + bug)
                .isLessThan(QUESTIONS.size());
    }

    @Test
    void theEngineAsItIsHasNoneOfThem() {
        Set<String> files = Stream.of(SeededBug.values()).map(SeededBug::file).collect(toSet());

        assertThat(firstNoticed(Workshop.engine(files, source -> source)))
                .as("the first world in which it gives another answer")
                .isEqualTo(QUESTIONS.size());
    }

    /** The first question that the engine answers wrong, or the number of all of them. */
    private static int firstNoticed(BiFunction<World, List<World>, List<List<Slot>>> engine) {
        for (int i = 0; i < QUESTIONS.size(); i++) {
            Question question = QUESTIONS.get(i);
            if (!answers(engine, question).equals(question.right())) {
                return i;
            }
        }
        return QUESTIONS.size();
    }

    private static List<List<Slot>> answers(
            BiFunction<World, List<World>, List<List<Slot>>> engine, Question question) {
        try {
            return engine.apply(question.before(), question.asked());
        } catch (RuntimeException _) {
            return List.of();
        }
    }

    /**
     * @param before a world that became the one asked about
     * @param asked the same world with one query or another, the first of which moves nothing
     */
    private record Question(World before, List<World> asked, List<List<Slot>> right) {

        static Question about(long seed) {
            RandomWorlds worlds = RandomWorlds.of(seed);
            World before = worlds.world();
            World world = worlds.world();
            List<World> asked = List.of(
                    world.asking(world.query().movingNothing()),
                    world,
                    world.asking(worlds.query(world)),
                    world.asking(worlds.query(world)));
            List<List<Slot>> right =
                    asked.stream().map(one -> new MinuteOracle(one).slots()).toList();
            return new Question(before, asked, right);
        }
    }
}
