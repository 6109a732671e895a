package dev.docket.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A process that receives a file which never ends, and says when part of it is on disk. */
final class EndlessUpload {

    static final String HALFWAY = "halfway";

    private EndlessUpload() {}

    public static void main(String[] arguments) throws IOException {
        Path incoming = Path.of(arguments[0]);
        ObjectStore objects = new DirectoryObjects(incoming.resolveSibling("store"));
        try (ContentStore store = new ContentStore(objects, new Workshop(incoming))) {
            store.receive(new Endless()).close();
        }
    }

    private static final class Endless extends InputStream {
        private int buffers;

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            buffers++;
            if (buffers > 5) {
                System.out.println(HALFWAY);
                while (true) {
                    LockSupport.park(this);
                }
            }
            return length;
        }
    }
}
