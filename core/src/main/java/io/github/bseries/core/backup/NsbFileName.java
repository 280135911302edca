// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceVersion;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an NSB file, and what can be told from it: version, site, date and unique id.
 *
 * <p>The order of the parts is documented, what stands between them is not. So any name is taken,
 * {@link #certainty()} says how sure the reading is, and a part that was not found is empty. A name
 * can be changed by anybody: it says what a file is called, not what is in it.
 *
 * <p>What can be read whatever the separators are: the version is at least two numbers with dots
 * between them right after {@code bomgar}; the date is year, month and day, of the years 2000 to
 * 2099, together or with one separator between them; the site is what stands before the date, the
 * unique id what follows it. Two dates leave open which one counts, and then neither is taken.
 *
 * @param text the name as it is, without a folder; may be any text
 * @source S2 "Recover /login" (the parts and their order), W-PERL (a name with a date alone); the
 *     forms of version and date are assumed
 * @since 0.1
 */
public record NsbFileName(String text) {

  private static final int LONGEST = 255;
  private static final Pattern SITE = Pattern.compile(NsbNameParts.SITE);
  private static final Pattern ID = Pattern.compile(NsbNameParts.ID);
  private static final Pattern VERSION = Pattern.compile(NsbNameParts.VERSION);

  /** Checks that there is a text. */
  public NsbFileName {
    requireNonNull(text, "text");
  }

  /**
   * Returns the name, whatever it is; never fails but for null.
   *
   * @param text the name of a file, without a folder
   */
  public static NsbFileName parse(String text) {
    return new NsbFileName(text);
  }

  /**
   * Returns the name {@code bomgar-<version>-<site>-<yyyy-mm-dd>-<id>.nsb}, from which the same
   * parts are read with {@link Certainty#SURE}.
   *
   * <p>It follows the documented order; the hyphens are our choice.
   *
   * @param version the version of the site that the backup is from; its product version is written
   * @param site the name of that site: letters, digits, dots, hyphens and underscores, beginning
   *     and ending in a letter, a digit or an underscore
   * @param date the day of the download, of the years 2000 to 2099
   * @param uniqueId 1 to 64 letters and digits
   * @throws IllegalArgumentException if a part cannot stand in such a name, or the whole is above
   *     255 characters; the message names the part
   * @source S2 "Recover /login"
   */
  public static NsbFileName make(
      ApplianceVersion version, String site, LocalDate date, String uniqueId) {
    String product = version.product();
    if (product == null || !VERSION.matcher(product).matches()) {
      throw new IllegalArgumentException("version has no product version of numbers and dots");
    }
    if (!SITE.matcher(site).matches()) {
      throw new IllegalArgumentException(
          "site must be letters, digits, dots, hyphens and underscores, no dot or hyphen at an"
              + " end");
    }
    if (!NsbNameParts.isPlausible(date)) {
      throw new IllegalArgumentException("date is " + date + ", must be of 2000 to 2099");
    }
    if (!ID.matcher(uniqueId).matches()) {
      throw new IllegalArgumentException("uniqueId must be 1 to 64 letters and digits");
    }
    String text = "bomgar-" + product + "-" + site + "-" + date + "-" + uniqueId + ".nsb";
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the name has " + text.length() + " characters, at most " + LONGEST + " are allowed");
    }
    return new NsbFileName(text);
  }

  /** Returns how sure the reading of the parts is. */
  public Certainty certainty() {
    return parts().certainty();
  }

  /** Returns the version of the site that the backup is from; empty if the name does not tell. */
  public Optional<ApplianceVersion> version() {
    return Optional.ofNullable(parts().version()).map(ApplianceVersion::parse);
  }

  /** Returns the name of the site that the backup is from; empty if the name does not tell. */
  public Optional<String> site() {
    return Optional.ofNullable(parts().site());
  }

  /**
   * Returns the day of the download; empty if the name does not tell. In which time zone, is not
   * documented.
   */
  public Optional<LocalDate> date() {
    return Optional.ofNullable(parts().date());
  }

  /** Returns what tells two backups of one day apart; empty if the name does not tell. */
  public Optional<String> uniqueId() {
    return Optional.ofNullable(parts().uniqueId());
  }

  private NsbNameParts parts() {
    return text.length() > LONGEST ? NsbNameParts.NONE : NsbNameParts.of(text);
  }

  /** Returns the name as it is. */
  @Override
  public String toString() {
    return text;
  }
}
