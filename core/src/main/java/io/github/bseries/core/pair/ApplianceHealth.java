// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one appliance said of itself when it was asked {@code check_health}.
 *
 * <p>It speaks of that appliance alone; its peer is not named. What it left out is null or empty
 * here, and nothing is filled in for it.
 *
 * @param applianceId which appliance it is
 * @param hostName the appliance's own host name, often an internal one and not the site's; null if
 *     it did not say
 * @param version the software it runs; null if it did not say
 * @param success whether its check of itself went well. True means that there is no reason to fail
 *     over; false has to be weighed against the error messages and the time of the last good check
 * @param errorMessages what is wrong, in its own words; usually empty. The words are not documented
 * @param failoverRole the role that it plays now. The answer may be up to a minute old
 * @param enabledSharedIps the shared addresses that it holds, as it wrote them; an appliance
 *     without any leaves the whole element out, so empty means none
 * @param lastDataSync the last data sync; null if it did not say
 * @source D-HEALTH (elements), W-RAGMOB (recorded answer), S1 "Check B Series Appliance Health"
 *     (use of {@code success}), D-V2HEALTH (up to a minute old: said of version 2 of the API,
 *     assumed of this one)
 * @since 0.1
 */
public record ApplianceHealth(
    ApplianceId applianceId,
    @Nullable String hostName,
    @Nullable ApplianceVersion version,
    boolean success,
    List<String> errorMessages,
    FailoverRole failoverRole,
    List<String> enabledSharedIps,
    @Nullable LastDataSync lastDataSync) {

  /** Checks that nothing needed is null, and keeps copies of the lists. */
  public ApplianceHealth {
    requireNonNull(applianceId, "applianceId");
    requireNonNull(failoverRole, "failoverRole");
    errorMessages = List.copyOf(requireNonNull(errorMessages, "errorMessages"));
    enabledSharedIps = List.copyOf(requireNonNull(enabledSharedIps, "enabledSharedIps"));
  }

  /** Returns what matters most of it on one line, for a human to read. Its form may change. */
  public String summary() {
    StringBuilder text = new StringBuilder();
    text.append(applianceId).append(" is ").append(failoverRole.literal());
    text.append(", success ").append(success ? "1" : "0");
    errorMessages.forEach(message -> text.append(", says ").append(Quoted.of(message)));
    if (!enabledSharedIps.isEmpty()) {
      text.append(", holds ").append(String.join(" and ", enabledSharedIps));
    }
    if (lastDataSync != null) {
      text.append(", ").append(lastDataSync.summary());
    }
    return text.toString();
  }
}
