// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the version of an API says about its commands.
 *
 * @source D-FOAPI (health and roles since 1.12.0 in Remote Support), T-PA161, T-PA118 (roles in
 *     Privileged Remote Access after 16.1, which is 1.15.0, and by 1.18.0), D-CHG
 */
final class ApiRelease {

  private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.\\d{1,6})*");

  private static final long HEALTH = order(1, 12);
  private static final long ROLES_IN_BOTH_PRODUCTS = order(1, 18);

  private ApiRelease() {}

  static AccessFinding judge(String version, boolean change) {
    AccessQuestion question = AccessQuestion.VERSION;
    String seen = "API version " + version;
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return AccessFinding.unknown(
          question,
          seen + ", which is no version that is known",
          "Read what the vendor says of it.");
    }
    long order = order(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    if (order < HEALTH) {
      return AccessFinding.lacking(
          question, seen, "Upgrade the appliance: health and roles came with API 1.12.0.");
    }
    if (change && order < ROLES_IN_BOTH_PRODUCTS) {
      return AccessFinding.unknown(
          question,
          seen + ", which has set_failover_role in Remote Support only",
          "Check that this is Remote Support; Privileged Remote Access has it from API 1.18.0 on.");
    }
    return AccessFinding.passed(question, seen);
  }

  private static long order(int major, int minor) {
    return major * 10_000L + minor;
  }
}
