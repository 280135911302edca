// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.assertj;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.RoleLayout;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.PairTimeline;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedPair;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a simulated pair as it is, whoever can see it. A message of failure ends with
 * the timeline of the pair.
 *
 * @since 0.1
 */
public final class SimulatedPairAssert extends AbstractAssert<SimulatedPairAssert, SimulatedPair> {

  SimulatedPairAssert(@Nullable SimulatedPair actual) {
    super(actual, SimulatedPairAssert.class);
  }

  /** Verifies that this appliance, {@code a} or {@code b}, is primary, and the only one. */
  public SimulatedPairAssert hasPrimary(String label) {
    isNotNull();
    named(label);
    List<String> primaries =
        actual.atOneMoment(
            moment ->
                actual.appliances().stream()
                    .filter(each -> each.failoverRole() == FailoverRole.PRIMARY)
                    .map(SimulatedAppliance::label)
                    .toList());
    return primaries.equals(List.of(label))
        ? this
        : fail("primary to be %s alone, but it is %s", label, primaries);
  }

  /** Verifies that the two roles together are these. */
  public SimulatedPairAssert hasLayout(RoleLayout expected) {
    isNotNull();
    RoleLayout layout = layout();
    return layout == expected
        ? this
        : fail("the layout of the roles to be %s, but it is %s", expected, layout);
  }

  /** Verifies that users reach this appliance, {@code a} or {@code b}, by the name of the site. */
  public SimulatedPairAssert hasSiteAt(String label) {
    isNotNull();
    named(label);
    String holder = actual.siteHolder().map(SimulatedAppliance::label).orElse("nobody");
    return holder.equals(label)
        ? this
        : fail("the site to be at %s, but it is at %s", label, holder);
  }

  /** Verifies that no data sync and no change of roles is under way. */
  public SimulatedPairAssert isQuiet() {
    isNotNull();
    return actual.isBusy() ? fail("the pair to be quiet, but an operation is under way") : this;
  }

  /**
   * Verifies how many requests to change a role arrived, at both appliances together: those that
   * were refused or met a fault are among them.
   */
  public SimulatedPairAssert receivedRoleChanges(int expected) {
    isNotNull();
    int received =
        actual.appliances().stream().mapToInt(SimulatedAppliance::roleChangesReceived).sum();
    return received == expected
        ? this
        : fail("%s requests to change a role, but there were %s", expected, received);
  }

  /** Verifies how many calls of this kind arrived, at both appliances together. */
  public SimulatedPairAssert receivedCalls(CallKind kind, long expected) {
    isNotNull();
    long received =
        actual.appliances().stream()
            .flatMap(each -> each.recordedCalls().stream())
            .filter(call -> call.kind() == kind)
            .count();
    return received == expected
        ? this
        : fail("%s calls of the kind " + kind + ", but there were %s", expected, received);
  }

  private RoleLayout layout() {
    if (actual.isSingle()) {
      return RoleLayout.NOT_PAIRED;
    }
    return actual.atOneMoment(
        moment -> RoleLayout.of(seen(actual.a(), moment), seen(actual.b(), moment)));
  }

  private static Observation seen(SimulatedAppliance appliance, Instant moment) {
    return new Observation.Seen(appliance.health(), moment, null);
  }

  private static void named(String label) {
    if (!label.equals("a") && !label.equals("b")) {
      throw new IllegalArgumentException("label is \"" + label + "\", must be a or b");
    }
  }

  private SimulatedPairAssert fail(String what, Object... values) {
    String message = "Expecting " + String.format(Locale.ROOT, what, values);
    failWithMessage("%s%n%nThe pair was asked:%n%s", message, PairTimeline.of(actual).text());
    return this;
  }
}
