// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.Attested;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a recovery kit that belongs to one side of a pair. What is null was not declared.
 *
 * @param newestBackup the newest NSB that is known of this side. {@link KitPart.NothingToKeep} says
 *     that this side gives none: whether a backup appliance serves backups is not documented
 * @param statusPage its serial number and versions
 * @param notes what was written down of /appliance
 * @param deploymentFile what it is installed from, if it is virtual
 * @source S2 "Failover" (/appliance and /login are saved for each side), S2 "Back Up /appliance",
 *     S2 "Back Up /login", S2 "RS Virtual Appliances"
 * @since 0.1
 */
public record ApplianceKit(
    @Nullable Attested<KitPart<NsbCopy>> newestBackup,
    @Nullable Attested<StatusPage> statusPage,
    @Nullable Attested<KitPart<ApplianceNotes>> notes,
    @Nullable Attested<KitPart<DeploymentFile>> deploymentFile) {

  private static final ApplianceKit NONE = new ApplianceKit(null, null, null, null);

  /** Returns that nothing was declared. */
  public static ApplianceKit none() {
    return NONE;
  }

  /** Returns this kit with the newest backup of this side, or with that there is none. */
  public ApplianceKit withNewestBackup(Attested<KitPart<NsbCopy>> newestBackup) {
    requireNonNull(newestBackup, "newestBackup");
    return new ApplianceKit(newestBackup, statusPage, notes, deploymentFile);
  }

  /** Returns this kit with serial number and versions. */
  public ApplianceKit withStatusPage(Attested<StatusPage> statusPage) {
    requireNonNull(statusPage, "statusPage");
    return new ApplianceKit(newestBackup, statusPage, notes, deploymentFile);
  }

  /** Returns this kit with what was written down of /appliance. */
  public ApplianceKit withNotes(Attested<KitPart<ApplianceNotes>> notes) {
    requireNonNull(notes, "notes");
    return new ApplianceKit(newestBackup, statusPage, notes, deploymentFile);
  }

  /** Returns this kit with what the appliance is installed from. */
  public ApplianceKit withDeploymentFile(Attested<KitPart<DeploymentFile>> deploymentFile) {
    requireNonNull(deploymentFile, "deploymentFile");
    return new ApplianceKit(newestBackup, statusPage, notes, deploymentFile);
  }

  /** Returns all that was declared, what is said of the password too, without what was not. */
  public List<Attested<?>> attestations() {
    List<Attested<?>> said = new ArrayList<>();
    Stream.<@Nullable Attested<?>>of(
            newestBackup, passwordOfBackup(), statusPage, notes, deploymentFile)
        .filter(Objects::nonNull)
        .forEach(said::add);
    return List.copyOf(said);
  }

  private @Nullable Attested<PasswordCustody> passwordOfBackup() {
    return newestBackup == null
        ? null
        : newestBackup.value().copy().map(NsbCopy::password).orElse(null);
  }
}
