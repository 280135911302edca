// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.TrafficCutover;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a builder was told, checked. */
record PairSettings(
    SimulatedTime time,
    String siteName,
    boolean single,
    boolean established,
    boolean trafficNode,
    ApplianceVersion version,
    TrafficCutover cutover,
    BackupSettings backupSettingsOfA,
    BackupSettings backupSettingsOfB,
    @Nullable SimulatedUsers users,
    long dataBytes,
    Bandwidth line,
    @Nullable Duration dataSyncDuration,
    Duration swapMoment,
    Duration lastDataSyncAge,
    long backupBytes,
    Assumptions assumptions,
    long seed,
    ApiSettings api) {

  /** Returns the address that the two share; null if the traffic is cut over in another way. */
  @Nullable IpAddress sharedIp() {
    return cutover.<@Nullable IpAddress>fold(shared -> shared.address(), dns -> null, nat -> null);
  }
}
