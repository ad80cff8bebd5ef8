package dev.unknot.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchRunTest {

    @Test
    void searchesOfAChangingWorldFindWhatTheOracleDoes() {
        assertThat(SearchRun.check(2, 10)).as("openings of a search").isGreaterThan(100);
    }

    @Test
    void theFloorCountsStartsBeforeAndAfterAChange() {
        BitFloor floor = new BitFloor(new ChangingWorld(1));
        assertThat(floor.search()).isPositive();
        floor.change();
        assertThat(floor.search()).isPositive();
    }

    @Test
    void aWorldThatHasChangedOftenIsAsFullAsAtFirst() {
        ChangingWorld world = new ChangingWorld(1);
        int booked = world.booked().size();
        for (int i = 0; i < 2 * booked; i++) {
            world.change();
        }
        assertThat(world.booked()).hasSize(booked);
    }
}
