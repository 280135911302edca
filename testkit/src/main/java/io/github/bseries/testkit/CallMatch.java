// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault acts on: those that fulfil all that is said here.
 *
 * @param appliance the appliance that is called, {@code a} or {@code b}; null for either
 * @param throughSite whether the call came by the address of the site; null if that does not matter
 * @param kind what is called; null for everything
 * @param path the path, without query; null for each
 * @param parameters parameters that the call has to have, with these values; a secret one cannot be
 *     named, since none is seen
 * @since 0.1
 */
public record CallMatch(
    @Nullable String appliance,
    @Nullable Boolean throughSite,
    @Nullable CallKind kind,
    @Nullable String path,
    Map<String, String> parameters) {

  private static final Set<String> PATHS =
      Set.of("/oauth2/token", "/api/command", "/api/backup", "/check_health", "/");

  /** Every call. */
  public static final CallMatch ANY = new CallMatch(null, null, null, null, Map.of());

  /**
   * Keeps a copy of the parameters.
   *
   * @throws IllegalArgumentException if no call can fulfil it: {@code appliance} is neither {@code
   *     a} nor {@code b}, {@code kind} goes with another path or action, or a parameter is secret
   */
  public CallMatch {
    if (appliance != null && !appliance.equals("a") && !appliance.equals("b")) {
      throw new IllegalArgumentException("appliance is \"" + appliance + "\", must be a or b");
    }
    parameters = Map.copyOf(parameters);
    parameters.keySet().stream()
        .filter(ArrivingCall::hides)
        .forEach(
            name -> {
              throw new IllegalArgumentException(
                  "no call fits: the parameter " + name + " is secret, and is never looked at");
            });
    if (kinds(kind, path, parameters.get("action")).isEmpty()) {
      throw new IllegalArgumentException(
          "no call fits: "
              + kind
              + " is not called by path "
              + path
              + " and action "
              + parameters.get("action"));
    }
  }

  /** Returns the same, for calls to this appliance only. */
  public CallMatch at(String appliance) {
    return and(new CallMatch(appliance, null, null, null, Map.of()));
  }

  /** Returns the same, for calls by the address of the site only. */
  public CallMatch bySite() {
    return and(new CallMatch(null, true, null, null, Map.of()));
  }

  /** Returns the same, for calls by an appliance's own address only. */
  public CallMatch byOwnAddress() {
    return and(new CallMatch(null, false, null, null, Map.of()));
  }

  /** Returns the same, for calls of this kind only. */
  public CallMatch of(CallKind kind) {
    return and(new CallMatch(null, null, kind, null, Map.of()));
  }

  /** Returns the same, for calls of this path only. */
  public CallMatch onPath(String path) {
    return and(new CallMatch(null, null, null, path, Map.of()));
  }

  /** Returns the same, for calls with this parameter only. */
  public CallMatch with(String name, String value) {
    return and(new CallMatch(null, null, null, null, Map.of(name, value)));
  }

  /**
   * Returns what fulfils this and the other one.
   *
   * @throws IllegalArgumentException if no call can fulfil both
   */
  public CallMatch and(CallMatch other) {
    Map<String, String> both = new TreeMap<>(parameters);
    other.parameters.forEach((name, value) -> both.put(name, one(name, both.get(name), value)));
    return new CallMatch(
        oneOrNull("appliance", appliance, other.appliance),
        oneOrNull("throughSite", throughSite, other.throughSite),
        oneOrNull("kind", kind, other.kind),
        oneOrNull("path", path, other.path),
        both);
  }

  /** Returns whether this call fulfils all of it. */
  public boolean fits(ArrivingCall call) {
    return (appliance == null || appliance.equals(call.appliance()))
        && (throughSite == null || throughSite == call.throughSite())
        && (kind == null || kind == call.kind())
        && (path == null || path.equals(call.path()))
        && call.parameters().entrySet().containsAll(parameters.entrySet());
  }

  /** Returns the kinds that a call may be of which fulfils this: one or more. */
  Set<CallKind> kinds() {
    return kinds(kind, path, parameters.get("action"));
  }

  private static Set<CallKind> kinds(
      @Nullable CallKind kind, @Nullable String path, @Nullable String action) {
    Set<CallKind> kinds = EnumSet.noneOf(CallKind.class);
    for (String eachPath : path == null ? PATHS : Set.of(path)) {
      for (String eachAction : action == null ? CallKind.actions() : Set.of(action)) {
        kinds.add(CallKind.of(eachPath, eachAction));
      }
    }
    if (kind != null) {
      kinds.retainAll(EnumSet.of(kind));
    }
    return kinds;
  }

  /** Returns whether it names nothing but an appliance, or nothing at all. */
  boolean namesAtMostAnAppliance() {
    return throughSite == null && kind == null && path == null && parameters.isEmpty();
  }

  private static <T> @Nullable T oneOrNull(String name, @Nullable T here, @Nullable T there) {
    return there == null ? here : one(name, here, there);
  }

  private static <T> T one(String name, @Nullable T here, T there) {
    if (here != null && !Objects.equals(here, there)) {
      throw new IllegalArgumentException(
          "no call fits: " + name + " cannot be " + here + " and " + there);
    }
    return there;
  }
}
