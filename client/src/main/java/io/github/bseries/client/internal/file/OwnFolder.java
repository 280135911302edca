// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder, and files in it, that belong to their owner alone where the file system has modes. */
public final class OwnFolder {

  private static final Set<PosixFilePermission> OF_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OF_FILE =
      PosixFilePermissions.fromString("rw-------");

  private OwnFolder() {}

  /** Makes a folder; its parent is there, it is not. */
  public static void create(Path folder) throws IOException {
    Files.createDirectory(folder, attributes(folder, OF_FOLDER));
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      force(parent);
    }
  }

  /** Returns how a new file is made that belongs to its owner alone. */
  public static FileAttribute<?>[] ofFile(Path file) {
    return attributes(file, OF_FILE);
  }

  /** Makes a file that is there its owner's alone. */
  public static void restrict(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(OF_FILE);
    }
  }

  /** Puts names onto the disk. Not every system can; then a crash may take new names back. */
  public static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // What stands under the old names and the new ones is whole.
      return;
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
