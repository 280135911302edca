// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;

/**
 * A call on its way to an appliance, as far as faults look at it.
 *
 * @param appliance which appliance it will reach: {@code a} or {@code b}
 * @param throughSite whether it came by the address of the site
 * @param kind what is called
 * @param path the path, without query
 * @param parameters the parameters of query and form, without secret ones
 * @since 0.1
 */
public record ArrivingCall(
    String appliance,
    boolean throughSite,
    CallKind kind,
    String path,
    Map<String, String> parameters) {

  /** Keeps a copy of the parameters. */
  public ArrivingCall {
    requireNonNull(appliance, "appliance");
    requireNonNull(kind, "kind");
    requireNonNull(path, "path");
    parameters = Map.copyOf(parameters);
  }

  /**
   * Returns whether a parameter of this name may be secret, so that no fault and no record has it.
   */
  public static boolean hides(String parameter) {
    String name = parameter.toLowerCase(Locale.ROOT);
    return name.contains("password") || name.contains("secret") || name.contains("token");
  }
}
