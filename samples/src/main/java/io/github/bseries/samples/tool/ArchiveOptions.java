// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.ArchiveCatalogue;
import io.github.bseries.client.backup.ArchiveRemark;
import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.client.backup.BackupArchive;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the commands that work on an archive and need no appliance. */
final class ArchiveOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      required = true,
      description = "the folder of the archive")
  private Path folder = Path.of("");

  @Option(names = "--json", description = "print JSON, one object on one line")
  private boolean json;

  boolean isJson() {
    return json;
  }

  /**
   * Opens the archive; a folder that is not there is a mistake, and not an archive without backups.
   */
  BackupArchive open() {
    return open(BackupArchive::open);
  }

  /** Does the same for a command that writes to it. */
  BackupArchive open(PatienceOption patience) {
    return open(patience::open);
  }

  private BackupArchive open(Function<Path, BackupArchive> open) {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          command().commandLine(), "there is no archive " + folder + "; run a backup first");
    }
    return open.apply(folder);
  }

  /**
   * Returns the backup of this name; empty if its manifest is damaged. That there is none is a
   * mistake of the user.
   */
  Optional<ArchivedBackup> named(ArchiveCatalogue catalogue, String name) {
    Optional<ArchivedBackup> backup = catalogue.named(name);
    if (backup.isEmpty() && damaged(catalogue, name).isEmpty()) {
      throw new ParameterException(
          command().commandLine(), "there is no backup " + name + " in the archive " + folder);
    }
    return backup;
  }

  /** Returns what is damaged of the backup of this name. */
  List<ArchiveRemark> damaged(ArchiveCatalogue catalogue, String name) {
    return catalogue.remarks().stream()
        .filter(remark -> remark.kind() == ArchiveRemark.Kind.DAMAGED)
        .filter(remark -> folder.relativize(remark.path()).getName(0).toString().equals(name))
        .toList();
  }

  /** What the archive refuses, such as a name that is not there, is a mistake of the user. */
  <T> T checked(Supplier<T> change) {
    try {
      return change.get();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ParameterException(command().commandLine(), String.valueOf(e.getMessage()));
    }
  }

  /** Prints what was found, as it was asked for, and returns the exit code. */
  int print(ExitCode code, String text, JsonObjectBuilder object) {
    PrintWriter out = command().commandLine().getOut();
    if (json) {
      out.println(PairJson.line(object.add("verdict", code.word())));
    } else if (!text.isEmpty()) {
      out.println(text);
    }
    return code.number();
  }

  private CommandSpec command() {
    CommandSpec command = spec;
    if (command == null) {
      throw new IllegalStateException("no command has these options");
    }
    return command;
  }
}
