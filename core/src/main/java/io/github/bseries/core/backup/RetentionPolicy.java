// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which backups to keep.
 *
 * <p>Each appliance is looked at by itself. Of its good files, {@code last} keeps the newest, and
 * each of the other counts keeps the newest file of so many hours, days, weeks, months or years:
 * the newest ones in which there is a good file, so a gap in the backups does not shorten what is
 * kept. Files that are not good are dropped and take nobody's place.
 *
 * <p>Whatever the policy, two things are never dropped: the newest good file of an appliance, and
 * any file of an appliance of which none is good. A policy that is applied to what it kept drops
 * nothing more, and a higher count never drops more than a lower one.
 *
 * <p>There is no "now" in it: ages do not count, only what is newer than what. So a file that was
 * dated into the future by a wrong clock counts as the newest, and takes the place of a true one.
 *
 * @param last how many of the newest files to keep, 0 or more
 * @param hourly for how many hours to keep a file, 0 or more
 * @param daily for how many days, 0 or more
 * @param weekly for how many ISO weeks, which begin on Monday, 0 or more
 * @param monthly for how many months, 0 or more
 * @param yearly for how many years, 0 or more
 * @param keepProtected whether a protected file is kept whatever else holds; if false, protection
 *     does not count
 * @param zone where the hours, days, weeks, months and years begin
 * @since 0.1
 */
public record RetentionPolicy(
    int last,
    int hourly,
    int daily,
    int weekly,
    int monthly,
    int yearly,
    boolean keepProtected,
    ZoneId zone) {

  private static final Comparator<StoredBackup> NEWEST_FIRST =
      Comparator.comparing(StoredBackup::takenAt).thenComparing(StoredBackup::name).reversed();

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if a count is below 0, or all are 0
   */
  public RetentionPolicy {
    requireNonNull(zone, "zone");
    requireCount("last", last);
    requireCount("hourly", hourly);
    requireCount("daily", daily);
    requireCount("weekly", weekly);
    requireCount("monthly", monthly);
    requireCount("yearly", yearly);
    if ((last | hourly | daily | weekly | monthly | yearly) == 0) {
      throw new IllegalArgumentException("all counts are 0, so nothing would be kept on purpose");
    }
  }

  private static void requireCount(String name, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " is " + count + ", must be 0 or more");
    }
  }

  /**
   * Returns a builder in which all counts are 0 and protected files are kept.
   *
   * @param zone where the hours, days, weeks, months and years begin
   */
  public static Builder builder(ZoneId zone) {
    return new Builder(requireNonNull(zone, "zone"));
  }

  /**
   * Says of each file whether to keep or to drop it, and why. Deletes nothing.
   *
   * @param backups all files that are kept so far, in any order, of any number of appliances
   * @throws IllegalArgumentException if two files have the same name
   */
  public RetentionPlan plan(List<StoredBackup> backups) {
    Set<String> names = new HashSet<>();
    for (StoredBackup backup : backups) {
      if (!names.add(backup.name())) {
        throw new IllegalArgumentException("two backups have the name " + backup.name());
      }
    }
    Map<StoredBackup, RetentionDecision> decisions =
        backups.stream()
            .sorted(NEWEST_FIRST)
            .collect(Collectors.groupingBy(StoredBackup::appliance))
            .values()
            .stream()
            .flatMap(ofOneAppliance -> decide(ofOneAppliance).stream())
            .collect(Collectors.toMap(RetentionDecision::backup, Function.identity()));
    return new RetentionPlan(
        backups.stream().map(backup -> requireNonNull(decisions.get(backup))).toList());
  }

  private List<RetentionDecision> decide(List<StoredBackup> newestFirst) {
    List<StoredBackup> good = newestFirst.stream().filter(StoredBackup::isGood).toList();
    Map<RetentionReason, Set<StoredBackup>> kept = new EnumMap<>(RetentionReason.class);
    kept.put(RetentionReason.LAST_GOOD, newestOfEach(1, good, StoredBackup::name));
    kept.put(RetentionReason.NONE_IS_GOOD, good.isEmpty() ? Set.copyOf(newestFirst) : Set.of());
    kept.put(
        RetentionReason.PROTECTED,
        newestFirst.stream()
            .filter(file -> keepProtected && file.isProtected())
            .collect(Collectors.toSet()));
    kept.put(RetentionReason.LAST, newestOfEach(last, good, StoredBackup::name));
    kept.put(RetentionReason.HOURLY, newestOfEach(hourly, good, this::hour));
    kept.put(RetentionReason.DAILY, newestOfEach(daily, good, this::day));
    kept.put(RetentionReason.WEEKLY, newestOfEach(weekly, good, this::monday));
    kept.put(RetentionReason.MONTHLY, newestOfEach(monthly, good, f -> YearMonth.from(day(f))));
    kept.put(RetentionReason.YEARLY, newestOfEach(yearly, good, f -> day(f).getYear()));
    return newestFirst.stream()
        .map(file -> new RetentionDecision(file, reasons(file, kept)))
        .toList();
  }

  private static List<RetentionReason> reasons(
      StoredBackup file, Map<RetentionReason, Set<StoredBackup>> kept) {
    List<RetentionReason> reasons =
        kept.entrySet().stream()
            .filter(entry -> entry.getValue().contains(file))
            .map(Map.Entry::getKey)
            .toList();
    if (!reasons.isEmpty()) {
      return reasons;
    }
    return List.of(file.isGood() ? RetentionReason.NOT_NEEDED : RetentionReason.NOT_GOOD);
  }

  /** Returns the first file of each period, of the first so many periods that have one. */
  private static Set<StoredBackup> newestOfEach(
      int count, List<StoredBackup> newestFirst, Function<StoredBackup, ?> period) {
    Set<Object> periods = new HashSet<>();
    return newestFirst.stream()
        .filter(file -> periods.size() < count && periods.add(period.apply(file)))
        .collect(Collectors.toSet());
  }

  /** As an instant: when clocks are set back, one hour of the day comes twice. */
  private Instant hour(StoredBackup file) {
    return file.takenAt().atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
  }

  private LocalDate day(StoredBackup file) {
    return file.takenAt().atZone(zone).toLocalDate();
  }

  private LocalDate monday(StoredBackup file) {
    return day(file).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Collects counts. Not safe for use by several threads; may be reused after a build. */
  public static final class Builder {

    private final ZoneId zone;
    private int last;
    private int hourly;
    private int daily;
    private int weekly;
    private int monthly;
    private int yearly;
    private boolean keepProtected = true;

    private Builder(ZoneId zone) {
      this.zone = zone;
    }

    /** Sets how many of the newest files to keep, 0 or more. 0 unless set. */
    public Builder last(int last) {
      this.last = last;
      return this;
    }

    /** Sets for how many hours to keep a file, 0 or more. 0 unless set. */
    public Builder hourly(int hourly) {
      this.hourly = hourly;
      return this;
    }

    /** Sets for how many days to keep a file, 0 or more. 0 unless set. */
    public Builder daily(int daily) {
      this.daily = daily;
      return this;
    }

    /** Sets for how many ISO weeks to keep a file, 0 or more. 0 unless set. */
    public Builder weekly(int weekly) {
      this.weekly = weekly;
      return this;
    }

    /** Sets for how many months to keep a file, 0 or more. 0 unless set. */
    public Builder monthly(int monthly) {
      this.monthly = monthly;
      return this;
    }

    /** Sets for how many years to keep a file, 0 or more. 0 unless set. */
    public Builder yearly(int yearly) {
      this.yearly = yearly;
      return this;
    }

    /** Sets whether protected files are kept whatever else holds. True unless set. */
    public Builder keepProtected(boolean keepProtected) {
      this.keepProtected = keepProtected;
      return this;
    }

    /**
     * Builds the policy.
     *
     * @throws IllegalArgumentException if a count is below 0, or all are 0; the message names it
     */
    public RetentionPolicy build() {
      return new RetentionPolicy(last, hourly, daily, weekly, monthly, yearly, keepProtected, zone);
    }
  }
}
