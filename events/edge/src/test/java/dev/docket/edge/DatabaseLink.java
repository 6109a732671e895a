package dev.docket.edge;

import dev.docket.log.LogProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to the database that a test can cut, or let go silent, and mend. */
final class DatabaseLink implements AutoCloseable {

    private enum State {
        WHOLE,
        CUT,
        SILENT
    }

    private final LogProperties.Database database;
    private final int target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    DatabaseLink(LogProperties.Database database) throws IOException {
        this.database = database;
        this.target = URI.create(database.url().substring("jdbc:".length())).getPort();
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The database, at the end of this wire. */
    LogProperties.Database end() {
        return new LogProperties.Database(
                database.url().replace(":" + target, ":" + server.getLocalPort()),
                database.username(),
                database.password(),
                database.poolSize());
    }

    /** Connections break, and new ones are refused. */
    void cut() {
        state = State.CUT;
        open.forEach(DatabaseLink::close);
    }

    /** Connections stay, and nothing comes through them any more. */
    void silence() {
        state = State.SILENT;
    }

    void mend() {
        open.forEach(DatabaseLink::close);
        state = State.WHOLE;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (state == State.CUT) {
                    close(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket postgres = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(postgres);
        Thread.ofVirtual().start(() -> pump(client, postgres));
        Thread.ofVirtual().start(() -> pump(postgres, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8_192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (state == State.WHOLE) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException broken) {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
