// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

/**
 * The certificate that an appliance presents.
 *
 * @source S1 "Replicate SSL Certificate Configuration on the Backup B Series Appliance" (one for
 *     both); assumed: the others are what goes wrong with certificates anywhere
 * @since 0.1
 */
public enum CertificateKind {
  /** That of the site, one for both appliances. */
  SITE,

  /** A valid one for the name of the site that the other appliance does not have. */
  OWN,

  /**
   * A valid one for the name of the site, signed by an intermediate authority whose certificate is
   * not shown.
   */
  WITHOUT_INTERMEDIATE,

  /** One for the name of the site whose time is over. */
  EXPIRED,

  /** One for the name of the site that nobody signed but itself. */
  SELF_SIGNED,

  /** A valid one for another name. */
  OTHER_NAME
}
