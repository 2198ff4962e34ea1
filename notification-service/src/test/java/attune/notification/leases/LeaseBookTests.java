package attune.notification.leases;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import attune.notification.leases.LeaseBook.Wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LeaseBookTests {

    private static final LeaseSettings SETTINGS = new LeaseSettings(Duration.ofSeconds(15));
    private static final int PARTITION = 7;
    private static final Wish WANTED = new Wish(Set.of(PARTITION), Set.of());
    private static final Wish LEFT = new Wish(Set.of(), Set.of());
    private static final Wish LEFT_WITH_SOMETHING_IN_HAND = new Wish(Set.of(), Set.of(PARTITION));

    private final LeaseTable table = new LeaseTable();
    private final LeaseBook one = new LeaseBook("one", SETTINGS, () -> this.nanos);
    private final LeaseBook other = new LeaseBook("other", SETTINGS, () -> this.nanos);
    private long nanos = -42;

    @Test
    void takesWhatNobodyHas() {
        round(one, WANTED);
        assertThat(one.pause()).as("seen that nobody has it").isZero();
        round(one, WANTED);

        assertThat(one.of(PARTITION)).isPresent();
        assertThat(one.pause()).isEqualTo(SETTINGS.renewal());
    }

    @Test
    void goesByALeaseOnlyWhenItWasReadBack() {
        round(one, LEFT);
        one.begin(WANTED).forEach(table::write);
        assertThat(one.of(PARTITION)).isEmpty();

        one.end(Set.of(PARTITION), table.all());
        assertThat(one.of(PARTITION)).isPresent();
    }

    @Test
    void onlyTheQuickerOneGetsIt() {
        round(one, WANTED);
        round(other, WANTED);
        round(one, WANTED);
        round(other, WANTED);

        assertThat(one.of(PARTITION)).isPresent();
        assertThat(other.of(PARTITION)).isEmpty();
    }

    @Test
    void anotherWaitsUntilItHasNotBeenRenewedForItsWholeLength() {
        takenByOne();
        round(other, WANTED);
        pass(Duration.ofSeconds(5));
        round(one, WANTED);
        pass(Duration.ofSeconds(10));
        round(other, WANTED);
        pass(Duration.ofMillis(14_999));
        round(other, WANTED);
        assertThat(other.of(PARTITION)).as("seen renewed 14.999 s ago").isEmpty();

        pass(Duration.ofMillis(1));
        round(other, WANTED);
        assertThat(other.of(PARTITION)).isPresent();
    }

    @Test
    void whoWakesUpKnowsAtOnceThatItsLeaseIsOver() {
        Lease lease = takenByOne();
        pass(SETTINGS.trusted().minusNanos(1));
        assertThat(lease.isHeld()).isTrue();

        pass(Duration.ofNanos(1));

        assertThat(lease.isHeld()).isFalse();
        assertThat(one.of(PARTITION)).isEmpty();
        assertThat(one.count()).isZero();
    }

    @Test
    void countsFromBeforeItAskedAndNotFromTheAnswer() {
        round(one, WANTED);
        one.begin(WANTED).forEach(table::write);
        pass(SETTINGS.trusted());

        one.end(Set.of(PARTITION), table.all());

        assertThat(one.of(PARTITION)).isEmpty();
    }

    @Test
    void goesOnWithItsLeaseIfNobodyHadItMeanwhile() {
        Lease lease = takenByOne();
        pass(SETTINGS.length().multipliedBy(3));

        assertThat(round(one, WANTED)).isZero();

        assertThat(lease.isHeld()).isTrue();
    }

    @Test
    void isOverForGoodOnceAnotherHadIt() {
        Lease lease = takenByOne();
        round(other, WANTED);
        pass(SETTINGS.length());
        round(other, WANTED);
        assertThat(other.of(PARTITION)).isPresent();
        assertThat(round(one, WANTED)).as("lost").isEqualTo(1);

        round(other, LEFT);
        round(one, WANTED);
        round(one, WANTED);

        assertThat(one.of(PARTITION)).isPresent();
        assertThat(lease.isHeld()).isFalse();
    }

    @Test
    void whatIsGivenBackCanBeTakenAtOnce() {
        Lease lease = takenByOne();
        round(other, WANTED);

        assertThat(round(one, LEFT)).as("lost").isZero();
        assertThat(lease.isHeld()).isFalse();
        round(other, WANTED);
        round(other, WANTED);

        assertThat(other.of(PARTITION)).isPresent();
    }

    @Test
    void keepsButDoesNotRenewWhatIsNeededOnlyForWhatIsInHand() {
        Lease lease = takenByOne();
        pass(SETTINGS.renewal());
        assertThat(one.hasToGiveBack(LEFT_WITH_SOMETHING_IN_HAND)).isFalse();
        round(one, LEFT_WITH_SOMETHING_IN_HAND);
        assertThat(lease.isHeld()).isTrue();
        assertThat(table.of(PARTITION)).isNotNull();

        pass(SETTINGS.trusted().minus(SETTINGS.renewal()));

        assertThat(lease.isHeld()).isFalse();
        assertThat(one.hasToGiveBack(LEFT)).isTrue();
    }

    @Test
    void aLateRenewalDoesNotHideALaterOne() {
        takenByOne();
        var late = one.begin(WANTED);
        round(one, WANTED);
        Stored renewed = table.of(PARTITION);

        late.forEach(table::write);

        assertThat(table.of(PARTITION)).isEqualTo(renewed);
    }

    @Test
    void takesAgainWhatItTookWithoutHearingOfIt() {
        round(one, WANTED);
        one.begin(WANTED).forEach(table::write); // and the answer does not come

        round(one, WANTED);
        round(one, WANTED);

        assertThat(one.of(PARTITION)).isPresent();
    }

    @Test
    void saysWhatIsWrongWithALength() {
        assertThatThrownBy(() -> new LeaseSettings(Duration.ofMillis(999)))
                .hasMessage("attune.notification.leases.length must be from 1s to 1h");
        assertThatThrownBy(() -> new LeaseSettings(Duration.ofMinutes(61))).hasMessageContaining("from 1s to 1h");
    }

    private Lease takenByOne() {
        round(one, WANTED);
        round(one, WANTED);
        return one.of(PARTITION).orElseThrow();
    }

    private int round(LeaseBook book, Wish wish) {
        book.begin(wish).forEach(table::write);
        Map<Integer, Stored> found = table.all();
        return book.end(Set.of(PARTITION), found);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
