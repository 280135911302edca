// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.Awaited;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.PairLook;
import io.github.bseries.client.Remembered;
import io.github.bseries.client.file.InvalidFileException;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RequestedRole;
import io.github.bseries.core.pair.RoleLayout;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bseries role}: asks one appliance to take a role, and watches until both have theirs. */
@Command(
    name = "role",
    mixinStandardHelpOptions = true,
    description = {
      "Asks one appliance to become primary or backup, once, and watches until both roles are"
          + " seen.",
      "A planned switchover: bseries role backup --at primary",
      "The data is synced first unless --no-data-sync-first says otherwise: without a sync, what"
          + " happened since the last one may be lost. During a sync all users are disconnected."
    })
final class RoleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PairOptions options = new PairOptions();
  @Mixin private HistoryOptions history = new HistoryOptions();

  @Parameters(paramLabel = "ROLE", description = "the role to take, primary or backup")
  private @Nullable Side role;

  @Option(
      names = "--at",
      paramLabel = "SIDE",
      required = true,
      description = "the appliance to ask: primary or backup, the normal one")
  private @Nullable Side at;

  @Option(
      names = "--data-sync-first",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "whether to sync the data before the roles change; on unless negated")
  private boolean dataSyncFirst;

  @Option(
      names = "--force",
      description = "become backup even if the peer cannot be reached; towards backup only")
  private boolean force;

  @Option(
      names = "--other-side-is-off",
      description =
          "you vouch that the other appliance is off or isolated. Needed to make one primary while"
              + " the other cannot be seen: there could be two primaries")
  private boolean otherSideIsOff;

  @Option(
      names = "--dismiss-pending",
      description =
          "forget role changes that were asked for before and not seen: you made sure that they"
              + " will not come any more. As long as one is remembered, no other is sent. The same"
              + " for a memory that an earlier run found damaged")
  private boolean dismissPending;

  @Option(
      names = "--deadline",
      paramLabel = "SPAN",
      defaultValue = "30m",
      description = "how long to wait for the roles; ${DEFAULT-VALUE} unless set")
  private Duration deadline = Duration.ofMinutes(30);

  @Option(
      names = "--poll-interval",
      paramLabel = "SPAN",
      defaultValue = "5s",
      description = "how long to wait between two looks; ${DEFAULT-VALUE} unless set")
  private Duration pollInterval = Duration.ofSeconds(5);

  private final Map<String, String> environment;

  RoleCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Side side = at;
    Side wanted = role;
    if (side == null || wanted == null) {
      throw options.wrong("Missing ROLE or --at");
    }
    if (force && wanted == Side.PRIMARY) {
      throw options.wrong("--force is towards backup only");
    }
    try (ApiAccount account = options.account(environment);
        PairClient pair = options.pair(account, pollInterval, history.file(environment, options))) {
      RoleReport report = new RoleReport(spec.commandLine().getOut(), options.isJson());
      return report.end(change(pair, side, wanted, report)).number();
    }
  }

  private RoleReport.End change(PairClient pair, Side side, Side wanted, RoleReport report) {
    List<Path> damagedBefore = dismissPending ? damaged(pair) : List.of();
    PairLook look = pair.look();
    PairSnapshot before = look.snapshot();
    report.look(before);
    history.judge(look.memory(), ExitCode.FINE);
    RoleReport.End unknown = pending(pair, look.memory(), damagedBefore, report);
    if (unknown != null) {
      return unknown;
    }
    Optional<ApplianceHealth> target = side.of(before).health();
    if (target.isEmpty()) {
      return new RoleReport.End(
          ExitCode.UNKNOWN, "not sent", "the appliance to ask: " + side.of(before).summary());
    }
    if (before.isOneApplianceTwice()) {
      return new RoleReport.End(
          ExitCode.UNKNOWN, "not sent", "one appliance answers at both addresses");
    }
    if (wanted == Side.PRIMARY && !otherSideIsOff && side.other().of(before).health().isEmpty()) {
      return new RoleReport.End(
          ExitCode.CRITICAL,
          "not sent",
          "the other appliance cannot be seen, and there could be two primaries; make sure that it"
              + " is off or isolated, then add --other-side-is-off");
    }
    Optional<String> elsewhere = history.pendingElsewhere(environment, options, before);
    if (elsewhere.isPresent()) {
      return new RoleReport.End(ExitCode.CRITICAL, "not sent", elsewhere.get());
    }
    FailoverRole newRole = wanted == Side.PRIMARY ? FailoverRole.PRIMARY : FailoverRole.BACKUP;
    RoleChangeRequest request =
        new RoleChangeRequest(target.get().applianceId(), newRole, dataSyncFirst, force);
    return send(pair, side, request, report);
  }

  /** Returns the damaged memories of before; a folder that cannot be read is told by the look. */
  private static List<Path> damaged(PairClient pair) {
    try {
      return pair.damagedHistoryFiles();
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }

  /** Dismisses what may be dismissed; returns why it is not known what may still come, or null. */
  private RoleReport.@Nullable End pending(
      PairClient pair, Remembered memory, List<Path> damagedBefore, RoleReport report) {
    // What was found damaged just now, nobody knew of when this was called.
    if (memory instanceof Remembered.BegunAnew anew && !damagedBefore.contains(anew.movedTo())) {
      return new RoleReport.End(ExitCode.UNKNOWN, "not sent", anew.reason());
    }
    if (!dismissPending) {
      return null;
    }
    try {
      for (Path damaged : damagedBefore) {
        pair.dismissDamagedHistoryFile(damaged);
        report.dismissed(damaged);
      }
      for (RequestedRole request : pair.pendingRoleChanges()) {
        pair.dismissPendingRoleChange(request);
        report.dismissed(request);
      }
      return null;
    } catch (InvalidFileException | UncheckedIOException e) {
      return new RoleReport.End(ExitCode.UNKNOWN, "not sent", String.valueOf(e.getMessage()));
    }
  }

  private RoleReport.End send(
      PairClient pair, Side side, RoleChangeRequest request, RoleReport report) {
    RoleChange change = side.of(pair).setFailoverRole(request);
    report.answer(change);
    return change.fold(
        notSent ->
            new RoleReport.End(
                notSent.isRoleHeldAlready() ? ExitCode.WARNING : ExitCode.CRITICAL,
                "not sent",
                notSent.reason()),
        confirmed -> await(pair, request, report),
        awaitsSync -> await(pair, request, report),
        refused -> {
          report.look(pair.observe());
          return new RoleReport.End(
              ExitCode.CRITICAL, "refused", refused.reason(), refused.remedy());
        },
        unconfirmed -> await(pair, request, report));
  }

  /** Whoever says that the other side is off, or forces, does not wait to see its role. */
  private static boolean isDoneAlone(RoleChangeRequest request, PairSnapshot look) {
    boolean has = look.roleOf(request.target()).equals(Optional.of(request.role()));
    return has
        && (look.layout() == RoleLayout.ONE_PRIMARY || look.layout() == RoleLayout.PARTLY_SEEN);
  }

  private RoleReport.End await(PairClient pair, RoleChangeRequest request, RoleReport report) {
    Awaited end =
        force || otherSideIsOff
            ? pair.awaitLook(look -> isDoneAlone(request, look), deadline, report::look)
            : pair.awaitRoles(request, deadline, report::look);
    if (end instanceof Awaited.Undecided undecided) {
      return new RoleReport.End(
          ExitCode.UNKNOWN,
          "undecided",
          undecided.reason()
              + " after "
              + Spans.seconds(undecided.waited())
              + " s. The request is not called off by that; look again before you ask again");
    }
    if (end.last().layout() != RoleLayout.ONE_PRIMARY) {
      return new RoleReport.End(
          ExitCode.WARNING,
          "reached",
          "the appliance has its role; the other one was not seen, so see to it that there is one"
              + " primary");
    }
    return new RoleReport.End(
        ExitCode.FINE,
        "reached",
        "both roles were seen after " + Spans.seconds(end.waited()) + " s");
  }
}
