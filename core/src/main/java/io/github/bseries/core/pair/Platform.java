// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/**
 * What an appliance runs on.
 *
 * @source S2 "BeyondTrust Secure Remote Access Recovery" (hardware, virtual, cloud), S2 "RS Virtual
 *     Appliances" (VMware, Hyper-V, Azure, AWS, Nutanix), S2 "Recover /login" (B200, B300, B400)
 * @since 0.1
 */
public enum Platform {
  /** Hardware, model B200. */
  B200(Kind.PHYSICAL),

  /** Hardware, model B300. */
  B300(Kind.PHYSICAL),

  /** Hardware, model B400. */
  B400(Kind.PHYSICAL),

  /** A virtual machine on VMware. */
  VMWARE(Kind.VIRTUAL),

  /** A virtual machine on Hyper-V. */
  HYPER_V(Kind.VIRTUAL),

  /** A virtual machine on Nutanix. */
  NUTANIX(Kind.VIRTUAL),

  /** A virtual machine in Azure. */
  AZURE(Kind.VIRTUAL),

  /** A virtual machine in AWS. */
  AWS(Kind.VIRTUAL),

  /** A shared appliance in the vendor's own data centre, which manages its network itself. */
  CLOUD(Kind.CLOUD);

  private final Kind kind;

  Platform(Kind kind) {
    this.kind = kind;
  }

  /** Returns whether it is a machine of its own. */
  public boolean isPhysical() {
    return kind == Kind.PHYSICAL;
  }

  /** Returns whether it is a virtual machine that its owner runs, or rents and runs. */
  public boolean isVirtual() {
    return kind == Kind.VIRTUAL;
  }

  /** Returns whether the vendor runs it. */
  public boolean isCloud() {
    return kind == Kind.CLOUD;
  }

  /**
   * Returns whether a source says that a shared IP does not work here. False does not say that it
   * works: of the vendor's cloud, for one, nothing is said.
   *
   * @source D-FOIP, D-FOGUIDE (a shared IP: not on AWS)
   */
  public boolean rulesOutSharedIp() {
    return this == AWS;
  }

  private enum Kind {
    PHYSICAL,
    VIRTUAL,
    CLOUD
  }
}
