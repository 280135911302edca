// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RequestedRole;
import io.github.bseries.core.pair.RoleLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether roles may be changing just now. One look does not show a change, so roles count as
 * settled when two looks in a row show the same; the very first look is believed.
 */
final class SwapWatch {

  private final Map<ApplianceId, FailoverRole> known = new HashMap<>();

  /**
   * Takes a look.
   *
   * @param pending what was asked for and is not seen yet
   * @return why nothing should be asked of the pair now; empty if nothing speaks against it
   */
  Optional<String> hindrance(PairSnapshot look, List<RequestedRole> pending) {
    Optional<String> changed =
        Stream.of(look.primary(), look.backup())
            .flatMap(observation -> observation.health().stream())
            .flatMap(health -> changed(health.applianceId(), health.failoverRole()).stream())
            // All of them, since each one is to be remembered.
            .toList()
            .stream()
            .findFirst();
    if (!pending.isEmpty()) {
      RequestedRole asked = pending.get(0);
      return Optional.of(
          "appliance "
              + asked.target()
              + " was asked to become "
              + asked.role().literal()
              + ", and was not seen to be it yet");
    }
    return look.layout() == RoleLayout.BOTH_BACKUP
        ? Optional.of("both are backup, as in the middle of a swap")
        : changed;
  }

  private Optional<String> changed(ApplianceId id, FailoverRole role) {
    FailoverRole before = known.put(id, role);
    return before == null || before == role
        ? Optional.empty()
        : Optional.of(
            "appliance "
                + id
                + " is "
                + role.literal()
                + " now, and was "
                + before.literal()
                + " at the look before");
  }
}
