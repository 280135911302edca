// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.TrafficCutover;
import java.time.Duration;
import java.util.List;

/**
 * What stands on the Failover pages unless something else was set.
 *
 * @source S1 "Best Practices for Primary and Backup Environments" (operations off on the normal
 *     primary and on on the normal backup, a data sync at least once a day)
 */
final class BackupDefaults {

  private static final Duration ONCE_A_DAY = Duration.ofDays(1);

  private BackupDefaults() {}

  static BackupSettings ofA(TrafficCutover cutover) {
    return new BackupSettings(false, null, null, null, false, List.of(), sharedIps(cutover));
  }

  static BackupSettings ofB(TrafficCutover cutover) {
    return new BackupSettings(true, null, ONCE_A_DAY, null, false, List.of(), sharedIps(cutover));
  }

  private static List<IpAddress> sharedIps(TrafficCutover cutover) {
    return cutover.<List<IpAddress>>fold(
        shared -> List.of(shared.address()), dns -> List.of(), nat -> List.of());
  }
}
