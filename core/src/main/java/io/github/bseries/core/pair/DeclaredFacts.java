// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one appliance because somebody says so, since no API tells it.
 *
 * <p>What is null was not declared. That is not the same as "off" or "none": nothing is known then.
 *
 * @param backupSettings its Failover page; null if it was not declared
 * @param interApplianceKey the fingerprint of its inter-appliance key, which must be the same on
 *     both; never the key. Null if it was not declared
 * @param certificates its server certificates; null if they were not declared
 * @source S1 "Establish the Primary/Backup Failover Relationship Between Two B Series Appliances"
 *     (identical keys)
 * @since 0.1
 */
public record DeclaredFacts(
    @Nullable Attested<BackupSettings> backupSettings,
    @Nullable Attested<Fingerprint> interApplianceKey,
    @Nullable Attested<List<ApplianceCertificate>> certificates) {

  /** Keeps a copy of the list. */
  public DeclaredFacts {
    if (certificates != null) {
      certificates = certificates.map(List::copyOf);
    }
  }

  /** Returns that nothing was declared. */
  public static DeclaredFacts none() {
    return new DeclaredFacts(null, null, null);
  }

  /** Returns these facts with the Failover page of the appliance. */
  public DeclaredFacts withBackupSettings(Attested<BackupSettings> backupSettings) {
    return new DeclaredFacts(backupSettings, interApplianceKey, certificates);
  }

  /** Returns these facts with the fingerprint of the inter-appliance key. */
  public DeclaredFacts withInterApplianceKey(Attested<Fingerprint> interApplianceKey) {
    return new DeclaredFacts(backupSettings, interApplianceKey, certificates);
  }

  /** Returns these facts with the server certificates of the appliance. */
  public DeclaredFacts withCertificates(Attested<List<ApplianceCertificate>> certificates) {
    return new DeclaredFacts(backupSettings, interApplianceKey, certificates);
  }
}
