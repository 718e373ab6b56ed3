package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemainsTest {
    private static final Left NOTHING = new Left(0, 2);

    @Test
    void asMuchAsTheEmptyOneAndOneMore_isNoFault() {
        assertThat(remains(new Left(3, 2), new Left(3, 2)).faults()).isEmpty();
    }

    @Test
    void fewerInTheEnd_isNoFault() {
        assertThat(remains(new Left(3, 2), new Left(1, 0)).faults()).isEmpty();
    }

    @Test
    void twoCopiesMoreThanTheEmptyOne_areAFault() {
        assertThat(remains(new Left(4, 2), new Left(4, 2)).faults())
                .containsExactly("more copies than an empty application leaves");
    }

    @Test
    void moreInTheEnd_isAFault_whenItIsMoreThanTheEmptyOneAndOneMore() {
        assertThat(remains(new Left(1, 2), new Left(3, 2)).faults()).isEmpty();
        assertThat(remains(new Left(1, 2), new Left(4, 2)).faults()).containsExactly("the copies grow");
        assertThat(remains(new Left(3, 2), new Left(4, 2)).faults()).containsExactly("the copies grow");
    }

    @Test
    void oneThreadMore_isAFault() {
        assertThat(remains(new Left(0, 3), NOTHING).faults()).containsExactly("threads stay");
        assertThat(remains(NOTHING, new Left(0, 3)).faults()).containsExactly("threads stay");
    }

    private static Remains remains(Left halfway, Left end) {
        return new Remains(10, new Left(2, 0), NOTHING, halfway, end);
    }
}
