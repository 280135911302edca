// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.assertj;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RoleLayout;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what was seen of a pair. A message of failure ends with the summary of it.
 *
 * @since 0.1
 */
public final class PairSnapshotAssert extends AbstractAssert<PairSnapshotAssert, PairSnapshot> {

  PairSnapshotAssert(@Nullable PairSnapshot actual) {
    super(actual, PairSnapshotAssert.class);
  }

  /** Verifies that the two roles seen together are these. */
  public PairSnapshotAssert hasLayout(RoleLayout expected) {
    isNotNull();
    return actual.layout() == expected
        ? this
        : fail("the layout of the roles to be " + expected + ", but it is " + actual.layout());
  }

  /** Verifies that this appliance was seen as primary, and no other. */
  public PairSnapshotAssert hasPrimary(ApplianceId expected) {
    isNotNull();
    Optional<ApplianceId> primary = actual.currentPrimary().map(ApplianceHealth::applianceId);
    return primary.equals(Optional.of(expected))
        ? this
        : fail(
            "primary to be "
                + expected
                + ", but it is "
                + primary.map(ApplianceId::toString).orElse("none, or not the only one"));
  }

  /** Verifies that one appliance was seen as backup, and that it is this one. */
  public PairSnapshotAssert hasBackup(ApplianceId expected) {
    isNotNull();
    Optional<ApplianceId> backup = actual.currentBackup().map(ApplianceHealth::applianceId);
    return backup.equals(Optional.of(expected))
        ? this
        : fail(
            "backup to be "
                + expected
                + ", but it is "
                + backup.map(ApplianceId::toString).orElse("none, or not the only one"));
  }

  private PairSnapshotAssert fail(String what) {
    failWithMessage("Expecting %s%n%nSeen:%n%s", what, actual.summary());
    return this;
  }
}
