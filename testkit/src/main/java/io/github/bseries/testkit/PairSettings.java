// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.ApplianceVersion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a builder was told, checked. */
record PairSettings(
    SimulatedTime time,
    String siteName,
    boolean single,
    ApplianceVersion version,
    @Nullable String sharedIp,
    boolean sharedIpFollowsRole,
    Duration dataSyncDuration,
    Duration swapMoment,
    Duration lastDataSyncAge,
    boolean backupShowsDataSync,
    boolean tokensValidOnBoth,
    boolean backupServesBackups,
    long backupBytes,
    long seed) {}
