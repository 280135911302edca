// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * What is worth a mail to the people of an appliance: trouble between it and its peer.
 *
 * @source D-MAIL (the occasions); assumed: the words, and that they could be error messages
 */
final class PairTroubles {

  private PairTroubles() {}

  static List<String> of(ApplianceState appliance, PairMachine machine) {
    ApplianceState peer = machine.peerOf(appliance);
    if (peer == null || appliance.role() == FailoverRole.NONE) {
      return List.of();
    }
    List<String> troubles = new ArrayList<>();
    for (IpAddress ip : appliance.backupSettings().sharedIps()) {
      if (!appliance.knows(ip)) {
        troubles.add("The shared IP " + ip + " is not configured on this appliance.");
      } else if (appliance.role() == FailoverRole.PRIMARY && !appliance.hasEnabled(ip)) {
        troubles.add("The shared IP " + ip + " is not enabled on the primary site instance.");
      }
    }
    if (machine.areInTouch() && !appliance.version().equals(peer.version())) {
      troubles.add("The product versions of the two site instances do not match.");
    }
    if (machine.areInTouch() && appliance.role() == peer.role()) {
      troubles.add("There is a conflict between the two site instances.");
    }
    if (appliance.role() == FailoverRole.BACKUP) {
      ofBackup(appliance, machine, troubles);
    }
    return troubles;
  }

  private static void ofBackup(ApplianceState backup, PairMachine machine, List<String> troubles) {
    BackupSettings settings = backup.backupSettings();
    if (!settings.backupOperations()) {
      troubles.add("Backup operations are disabled.");
      return;
    }
    if (!settings.networkConnectivityTestIps().isEmpty() && !machine.takeovers().reaches(backup)) {
      troubles.add("No network connectivity test IP can be reached.");
    }
    if (!machine.areInTouch()) {
      troubles.add(
          settings.automaticFailover()
              ? "The primary site instance cannot be reached; this one will take over."
              : "The primary site instance cannot be reached; automatic failover is disabled.");
    }
  }
}
