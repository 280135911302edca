// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an NSB's name as far as they were found.
 *
 * <p>Names come from outside; a caller hands in none of more than 255 characters, so no pattern
 * here can backtrack far.
 */
record NsbNameParts(
    Certainty certainty,
    @Nullable String version,
    @Nullable String site,
    @Nullable LocalDate date,
    @Nullable String uniqueId) {

  static final NsbNameParts NONE = new NsbNameParts(Certainty.UNKNOWN, null, null, null, null);

  static final String VERSION = "\\d{1,9}(?:\\.\\d{1,9}){0,7}";
  static final String SITE = "[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?";
  static final String ID = "[A-Za-z0-9]{1,64}";

  private static final Pattern OUR_FORM =
      Pattern.compile(
          "bomgar-(" + VERSION + ")-(" + SITE + ")-(\\d{4})-(\\d{2})-(\\d{2})-(" + ID + ")\\.nsb");

  private static final String START = "bomgar";
  private static final String END = ".nsb";

  /** What a browser puts before the ending when it has such a file already. */
  private static final Pattern ANOTHER_COPY = Pattern.compile(" ?\\(\\d{1,3}\\)$");

  /** Numbers are short, so that a date in digits alone that follows a dot is not one of them. */
  private static final Pattern LOOSE_VERSION =
      Pattern.compile("[^A-Za-z0-9]*v?(\\d{1,5}(?:\\.\\d{1,5}(?!\\d)){1,7})");

  private static final Pattern LOOSE_DATE =
      Pattern.compile(
          "(?<![A-Za-z0-9])(\\d{4})([-_. ]?)(\\d{2})\\2(\\d{2})(?:(?![A-Za-z0-9])|(?=T\\d))");

  private static final Pattern OUTER_SEPARATORS =
      Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

  static NsbNameParts of(String text) {
    Matcher ours = OUR_FORM.matcher(text);
    if (ours.matches()) {
      LocalDate date = date(ours.group(3), ours.group(4), ours.group(5));
      if (date != null) {
        return new NsbNameParts(Certainty.SURE, ours.group(1), ours.group(2), date, ours.group(6));
      }
    }
    if (!text.regionMatches(true, 0, START, 0, START.length())) {
      return NONE;
    }
    int end = text.length() - END.length();
    boolean ends = text.regionMatches(true, end, END, 0, END.length());
    String inner = ends ? text.substring(0, end) : text;
    return loose(ANOTHER_COPY.matcher(inner.substring(START.length())).replaceFirst(""), ends);
  }

  private static NsbNameParts loose(String inner, boolean ends) {
    Matcher found = LOOSE_VERSION.matcher(inner);
    boolean versioned = found.lookingAt() && !startsWithDate(inner.substring(found.start(1)));
    String version = versioned ? found.group(1) : null;
    String rest = versioned ? inner.substring(found.end()) : inner;
    Matcher only = onlyDate(rest);
    if (only == null) {
      return version == null ? NONE : new NsbNameParts(Certainty.PARTLY, version, null, null, null);
    }
    LocalDate date = date(only.group(1), only.group(3), only.group(4));
    // Without a version, what stands before the date may hold one in a form that we do not know.
    String site = version == null ? null : trimmed(rest.substring(0, only.start()));
    String uniqueId = trimmed(rest.substring(only.end()));
    boolean all = version != null && site != null && uniqueId != null;
    return new NsbNameParts(
        all && ends ? Certainty.LIKELY : Certainty.PARTLY, version, site, date, uniqueId);
  }

  private static boolean startsWithDate(String text) {
    Matcher matcher = LOOSE_DATE.matcher(text);
    return matcher.lookingAt()
        && date(matcher.group(1), matcher.group(3), matcher.group(4)) != null;
  }

  /** Returns the match of the one date in the text; null if there is none, or a second one. */
  private static @Nullable Matcher onlyDate(String text) {
    Matcher first = nextDate(text, 0);
    return first == null || nextDate(text, first.end()) != null ? null : first;
  }

  private static @Nullable Matcher nextDate(String text, int from) {
    Matcher matcher = LOOSE_DATE.matcher(text);
    int start = from;
    while (matcher.find(start)) {
      if (date(matcher.group(1), matcher.group(3), matcher.group(4)) != null) {
        return matcher;
      }
      start = matcher.start() + 1;
    }
    return null;
  }

  private static @Nullable LocalDate date(
      @Nullable String year, @Nullable String month, @Nullable String day) {
    try {
      LocalDate date = LocalDate.parse(year + "-" + month + "-" + day);
      return isPlausible(date) ? date : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  static boolean isPlausible(LocalDate date) {
    return date.getYear() >= 2000 && date.getYear() <= 2099;
  }

  private static @Nullable String trimmed(String text) {
    String inner = OUTER_SEPARATORS.matcher(text).replaceAll("");
    return inner.isEmpty() ? null : inner;
  }
}
