// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The software that an appliance runs, as it says itself.
 *
 * <p>One form of this text was recorded, {@code 19.1.8 (37380-<40 hexadecimal digits>)}; others may
 * exist. So the text is always kept as it came, and its parts are there as far as they were
 * understood. Two appliances can stand in for each other only if both parts agree.
 *
 * @param text the text as it came, without white space around it; never blank
 * @param product the product version, such as {@code 19.1.8}; null if the text has another form
 * @param build the product build, such as {@code 37380-749b17ca…}; null if the text does not say it
 * @source W-RAGMOB {@code <version>}; S1 "Failover Dynamics and Options" (product version and
 *     product build must match)
 * @since 0.1
 */
public record ApplianceVersion(String text, @Nullable String product, @Nullable String build) {

  private static final Pattern RECORDED_FORM =
      Pattern.compile(
          "(\\d{1,9}(?:\\.\\d{1,9}){0,7})(?:\\s*\\(\\s*([\\p{Graph}&&[^()]]{1,128})\\s*\\))?");

  /**
   * Takes away the white space around the text.
   *
   * @throws IllegalArgumentException if {@code text}, {@code product} or {@code build} is blank
   */
  public ApplianceVersion {
    text = requireNonNull(text, "text").strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("appliance version is blank");
    }
    if (product != null && product.isBlank()) {
      throw new IllegalArgumentException("product is blank; null says that it is not known");
    }
    if (build != null && build.isBlank()) {
      throw new IllegalArgumentException("build is blank; null says that it is not known");
    }
  }

  /**
   * Returns the version that this text tells, with its parts if it has the recorded form.
   *
   * @param text what stands in {@code <version>}; white space around it is ignored
   * @throws IllegalArgumentException if {@code text} is blank
   */
  public static ApplianceVersion parse(String text) {
    String trimmed = requireNonNull(text, "text").strip();
    Matcher matcher = RECORDED_FORM.matcher(trimmed);
    if (!matcher.matches()) {
      return new ApplianceVersion(trimmed, null, null);
    }
    return new ApplianceVersion(trimmed, matcher.group(1), matcher.group(2));
  }

  /**
   * Returns whether both parts are known. Where one is not, two equal texts are no proof that two
   * appliances run the same.
   */
  public boolean isUnderstood() {
    return product != null && build != null;
  }

  /** Returns the text as it came. */
  @Override
  public String toString() {
    return text;
  }
}
