// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.BackupArchive;
import io.github.bseries.client.backup.PrunePlan;
import io.github.bseries.client.backup.PruneResult;
import io.github.bseries.client.backup.VerifiedBackup;
import io.github.bseries.core.backup.RetentionPolicy;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bseries backup prune}: deletes what a policy does not need; a dry run unless told. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description = {
      "Tells which backups a policy would delete, and deletes them with --apply only.",
      "It goes over the whole archive: the policy counts for each appliance of which it keeps a"
          + " backup, also of other pairs.",
      "Whatever the policy, the newest good backup of each appliance and protected ones stay.",
      "With --apply it first verifies the newest good one of each appliance of which something"
          + " goes, and ends with 2 if one turns out bad, with 1 if something could not be deleted."
    })
final class BackupPruneCommand implements Callable<Integer> {

  @Mixin private ArchiveOptions options = new ArchiveOptions();
  @Mixin private PatienceOption patience = new PatienceOption();

  @Option(names = "--apply", description = "delete; without it nothing is")
  private boolean apply;

  @Option(names = "--last", paramLabel = "N", description = "keep the newest N")
  private int last;

  @Option(
      names = "--hourly",
      paramLabel = "N",
      description = "keep one of each of the last N hours")
  private int hourly;

  @Option(names = "--daily", paramLabel = "N", description = "keep one of each of the last N days")
  private int daily;

  @Option(names = "--weekly", paramLabel = "N", description = "keep one of each of N weeks")
  private int weekly;

  @Option(names = "--monthly", paramLabel = "N", description = "keep one of each of N months")
  private int monthly;

  @Option(names = "--yearly", paramLabel = "N", description = "keep one of each of N years")
  private int yearly;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "where a day begins, such as Europe/Berlin; ${DEFAULT-VALUE} unless set")
  private ZoneId zone = ZoneId.of("UTC");

  @Override
  public Integer call() {
    RetentionPolicy policy =
        options.checked(
            () ->
                RetentionPolicy.builder(zone)
                    .last(last)
                    .hourly(hourly)
                    .daily(daily)
                    .weekly(weekly)
                    .monthly(monthly)
                    .yearly(yearly)
                    .build());
    BackupArchive archive = options.open(patience);
    PrunePlan plan = archive.plan(policy);
    return apply ? print(plan, archive.prune(plan)) : print(plan, null);
  }

  private int print(PrunePlan plan, @Nullable PruneResult done) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("toDelete", PairJson.array(plan.dropped()));
    if (done == null) {
      String text = plan.summary() + "\n" + plan.dropped().size() + " to delete, with --apply";
      return options.print(ExitCode.FINE, text.stripLeading(), json);
    }
    json.add("deleted", PairJson.array(done.deleted().stream().map(it -> it.name()).toList()))
        .add("deletedBytes", done.deletedBytes())
        .add("left", members(done.left()))
        .add("leftovers", members(done.leftovers()))
        .add("verified", ArchiveJson.verified(done.verified()));
    return options.print(judge(done), text(done), json);
  }

  private static ExitCode judge(PruneResult done) {
    if (!done.bad().isEmpty()) {
      return ExitCode.CRITICAL;
    }
    boolean fine =
        done.left().isEmpty()
            && done.leftovers().isEmpty()
            && done.verified().stream().allMatch(VerifiedBackup::isWritten);
    return fine ? ExitCode.FINE : ExitCode.WARNING;
  }

  private static JsonObjectBuilder members(Map<String, String> texts) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    new TreeMap<>(texts).forEach(object::add);
    return object;
  }

  private static String text(PruneResult done) {
    StringBuilder text = new StringBuilder();
    done.verified().forEach(it -> text.append("verified ").append(it.summary()).append('\n'));
    done.deleted().forEach(backup -> text.append("deleted ").append(backup.name()).append('\n'));
    new TreeMap<>(done.left())
        .forEach(
            (name, why) -> text.append("left ").append(name).append(": ").append(why).append('\n'));
    new TreeMap<>(done.leftovers())
        .forEach((name, what) -> text.append("not cleared up: ").append(what).append('\n'));
    text.append(done.deleted().size()).append(" deleted, ");
    return text.append(done.deletedBytes()).append(" bytes").toString();
  }
}
