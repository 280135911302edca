// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceHealth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The role change that was asked for and not yet seen.
 *
 * <p>An appliance tells neither of a request that it has taken, nor of a sync that is running, and
 * its health may be a minute old. So what was asked for is remembered here until a look shows it,
 * or until somebody dismisses it. Safe for use by several threads.
 */
final class PendingRoleChange {

  private @Nullable RoleChangeRequest pending;

  synchronized Optional<RoleChangeRequest> get() {
    return Optional.ofNullable(pending);
  }

  synchronized void dismiss() {
    pending = null;
  }

  /** Takes an outcome: what may be carried out yet is remembered, a plain no is not. */
  synchronized void asked(RoleChange change) {
    boolean mayCome =
        change.fold(n -> false, confirmed -> true, sync -> true, refused -> false, u -> true);
    pending = mayCome ? change.request() : null;
  }

  /** Takes a look: a role that is seen is not pending any more. */
  synchronized void saw(ApplianceHealth health) {
    RoleChangeRequest asked = pending;
    if (asked != null
        && asked.target().equals(health.applianceId())
        && asked.role() == health.failoverRole()) {
      pending = null;
    }
  }
}
