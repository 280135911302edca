// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

/**
 * What one appliance shows to those who ask for the site, and to those who ask for no name.
 *
 * @param forSite the look with the name of the site as server name (SNI)
 * @param withoutName the look without a server name, which shows the default certificate
 * @source S1 "Replicate SSL Certificate Configuration on the Backup B Series Appliance" (the
 *     default serves those without a known name)
 * @since 0.1
 */
public record SideCertificates(CertificateLook forSite, CertificateLook withoutName) {

  /** Checks that nothing is null. */
  public SideCertificates {
    requireNonNull(forSite, "forSite");
    requireNonNull(withoutName, "withoutName");
  }
}
