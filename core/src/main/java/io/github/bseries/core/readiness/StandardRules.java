// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that come with the SDK: what the vendor's guides and pages ask of a pair, as code.
 *
 * <p>They are in groups, and in this order they are judged and shown. A new rule is one more line
 * in its group.
 *
 * @source S1, S2
 * @since 0.1
 */
public final class StandardRules {

  private static final List<Rule> SETTINGS =
      List.of(
          new BackupOperationsAreOffOnNormalPrimary(),
          new BackupOperationsAreOnOnNormalBackup(),
          new DataIsSyncedAtLeastDailyOnNormalBackup(),
          new AutomaticFailoverIsOffOnNormalPrimary(),
          new AutomaticFailoverIsOnForSharedIpOnNormalBackup(),
          new PrimarySiteInstanceTimeoutIsDeclaredForAutomaticFailover(),
          new DataSyncBandwidthLimitIsTheSameOnBothSides());

  private static final List<Rule> NETWORK =
      List.of(
          new SharedIpIsOnOneSubnet(),
          new SharedIpIsNotOnAws(),
          new AutomaticFailoverIsOnOneSubnet(),
          new CutoverFitsRecoveryTime(),
          new OutsideChangeHasSomebodyToMakeIt(),
          new TestIpsAreSetForAutomaticFailover(),
          new TestIpIsOutsideSubnetsForAutomaticFailover(),
          new HttpsFromClientsReachesBothSides(),
          new HttpsFromClientsReachesBackup(),
          new DirectoryTrafficIsAllowedFromEveryAddress());

  private static final List<Rule> CONTROL =
      List.of(
          new AutomaticFailoverAndAutomationAreNotBothOn(),
          new ApiIsEnabledOnBothSides(),
          new ApiAccountMayChangeRoles(),
          new BackupTakesCommands(),
          new ApiAccountMayDownloadBackups(),
          new SmtpAlertsAreConfiguredOnBothSides());

  private static final List<Rule> ATTESTATION =
      List.of(
          new BothSidesAreAttested(),
          new AttestationsOfPairAreRecent(),
          new AttestationsOfRecoveryKitAreRecent());

  private static final List<Rule> PAIR =
      List.of(
          new RelationExists(),
          new OneIsPrimary(),
          new BackupStandsBy(),
          new PrimaryIsWell(),
          new NoRoleChangeIsPending(),
          new AppliancesAreTwo(),
          new BackupIsTheDeclaredOne(),
          new OneSideCanTakeOver(),
          new DeclaredIdsAnswer(),
          new VersionsAreTheSame(),
          new InterApplianceKeysAreTheSame(),
          new OwnAddressesAreUnique(),
          new AddressesUseTls(),
          new RolesAreNormal(),
          new SharedIpIsHeldOnce(),
          new PrimaryHoldsSharedIp(),
          new BackupIsSetUpForSharedIp(),
          new SharedIpIsSetUpOnBoth(),
          new SiteLeadsToPrimary(),
          new ClocksAgree(),
          new PairIsNoTrafficNode());

  private static final List<Rule> SYNC =
      List.of(
          new SyncIsRecent(),
          new LastSyncWentWell(),
          new LoadFitsInterval(),
          new ExposureIsWithinPromise(),
          new PromiseCanBeKept(),
          new IntervalIsAsPromised());

  private static final List<Rule> CERTIFICATES =
      List.of(
          new BackupCoversSiteName(),
          new CertificatesAreIdentical(),
          new BackupCertificateIsValid(),
          new CertificatesLastLongEnough(),
          new ChainsAreComplete(),
          new BackupChainIsComplete(),
          new CertificatesAreFromAnAuthority(),
          new NotFromLetsEncrypt(),
          new ShownCertificatesAreDeclared(),
          new OneCertificateIsDefault(),
          new DefaultCertificateIsReal());

  private static final List<Rule> RECOVERY_KIT =
      List.of(
          new BackupOfEachSideIsKept(),
          new BackupsAreRecent(),
          new BackupsFitTheVersion(),
          new BackupPasswordsAreKnown(),
          new VaultKeyIsSaved(),
          new CertificatesAreSaved(),
          new ApplianceNotesAreComplete(),
          new StatusPagesAreNoted(),
          new NetworkIsDrawn(),
          new OtherDataIsSaved(),
          new DeploymentFilesAreSaved());

  private StandardRules() {}

  /** Returns all of them, in their order. */
  public static List<Rule> all() {
    return Stream.of(
            PAIR, SYNC, SETTINGS, NETWORK, CERTIFICATES, CONTROL, ATTESTATION, RECOVERY_KIT)
        .flatMap(List::stream)
        .toList();
  }
}
