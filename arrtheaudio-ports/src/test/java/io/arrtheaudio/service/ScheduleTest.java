package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "daily 03:30, 2026-11-25T03:29:59, 2026-11-25T03:30",
        "daily 03:30, 2026-11-25T03:30, 2026-11-26T03:30",
        "daily 3:30, 2026-12-31T23:59, 2027-01-01T03:30",
        "daily 00:00, 2026-11-25T00:00, 2026-11-26T00:00",
        "weekly sun 03:30, 2026-11-25T12:00, 2026-11-29T03:30",
        "weekly sun 03:30, 2026-11-29T03:29, 2026-11-29T03:30",
        "weekly sun 03:30, 2026-11-29T03:30, 2026-12-06T03:30",
        "weekly Wednesday 23:59, 2026-11-25T12:00, 2026-11-25T23:59",
    })
    void a_time_of_day_is_due_at_the_next_such_moment(String schedule, String after, String due) {
        assertThat(Schedule.parse(schedule).next(berlin(after), BERLIN)).isEqualTo(berlin(due));
    }

    @Test
    void a_time_that_is_left_out_in_spring_comes_an_hour_later_and_once() {
        Schedule schedule = Schedule.parse("daily 02:30");

        Instant due = schedule.next(berlin("2026-03-28T12:00"), BERLIN);

        assertThat(due).isEqualTo(berlin("2026-03-29T03:30"));
        assertThat(schedule.next(due, BERLIN)).isEqualTo(berlin("2026-03-30T02:30"));
    }

    @Test
    void a_time_that_comes_twice_in_autumn_counts_once() {
        Schedule schedule = Schedule.parse("daily 02:30");

        Instant due = schedule.next(berlin("2026-10-24T12:00"), BERLIN);

        assertThat(due).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(schedule.next(due, BERLIN)).isEqualTo(berlin("2026-10-26T02:30"));
        assertThat(schedule.next(due.plusSeconds(1800), BERLIN)).isEqualTo(berlin("2026-10-26T02:30"));
    }

    @Test
    void a_weekly_time_keeps_its_hour_when_clocks_change() {
        assertThat(Schedule.parse("weekly sun 12:00").next(berlin("2026-10-18T12:00"), BERLIN))
                .isEqualTo(berlin("2026-10-25T12:00"));
    }

    @Test
    void in_a_zone_that_leaves_a_whole_day_out_no_time_comes_twice() {
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        Schedule schedule = Schedule.parse("daily 12:00");
        Instant day29 = ZonedDateTime.of(2011, 12, 29, 12, 0, 0, 0, samoa).toInstant();

        Instant due = schedule.next(day29, samoa);

        assertThat(due)
                .isEqualTo(ZonedDateTime.of(2011, 12, 31, 12, 0, 0, 0, samoa).toInstant());
        assertThat(schedule.next(due, samoa))
                .isEqualTo(ZonedDateTime.of(2012, 1, 1, 12, 0, 0, 0, samoa).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "every 6h, 2026-11-25T00:00:00Z, 2026-11-25T06:00:00Z",
        "every 6h, 2026-11-25T05:59:59.999Z, 2026-11-25T06:00:00Z",
        "every 1h, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z",
        "every 24h, 2026-11-25T00:00:01Z, 2026-11-26T00:00:00Z",
        "every 6h, 1969-12-31T23:00:00Z, 1970-01-01T00:00:00Z",
    })
    void an_interval_is_due_at_full_hours_that_do_not_depend_on_the_start(String schedule, String after, String due) {
        assertThat(Schedule.parse(schedule).next(Instant.parse(after), BERLIN)).isEqualTo(Instant.parse(due));
    }

    @Test
    void letter_case_and_blanks_do_not_count() {
        Schedule schedule = Schedule.parse("  Weekly  SUN 03:30 ");

        assertThat(schedule).hasToString("weekly sun 03:30");
        assertThat(schedule)
                .isEqualTo(Schedule.parse("weekly sun 03:30"))
                .hasSameHashCodeAs(Schedule.parse("weekly sun 03:30"));
        assertThat(schedule).isNotEqualTo(Schedule.parse("weekly sat 03:30"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "03:30", "dayly 03:30", "daily", "weekly 03:30", "every 6h 3h", "0 3 * * *", "monthly 1"
            })
    void what_is_no_schedule_is_refused_and_told_what_there_is(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.parse(text))
                .withMessage("schedule was '" + text + "' but must be 'daily 03:30', 'weekly sun 03:30' or 'every 6h'");
    }

    @ParameterizedTest
    @CsvSource({
        "daily 24:00, 24:00, 00:00 to 23:59",
        "daily 3.30, 3.30, 00:00 to 23:59",
        "daily 03:60, 03:60, 00:00 to 23:59",
        "weekly so 03:30, so, 'mon, tue, wed, thu, fri, sat or sun'",
        "weekly sunny 03:30, sunny, 'mon, tue, wed, thu, fri, sat or sun'",
        "weekly su 03:30, su, 'mon, tue, wed, thu, fri, sat or sun'",
        "every 0h, 0h, 1h to 168h",
        "every 169h, 169h, 1h to 168h",
        "every 30m, 30m, 1h to 168h",
        "every 6, 6, 1h to 168h",
    })
    void a_part_that_cannot_be_is_named(String text, String part, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.parse(text))
                .withMessageStartingWith("schedule was '" + text + "' and has the ")
                .withMessageContaining("'" + part + "'")
                .withMessageEndingWith("which must be " + allowed);
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
