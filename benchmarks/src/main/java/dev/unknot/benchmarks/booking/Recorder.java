package dev.unknot.benchmarks.booking;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that takes down every statement of each transaction, as its caller prepared and filled it. */
final class Recorder extends DelegatingDataSource {

    private final ConcurrentLinkedQueue<RecordedTransaction> transactions = new ConcurrentLinkedQueue<>();

    Recorder(DataSource recorded) {
        super(recorded);
    }

    /** Those committed since the last call. */
    List<RecordedTransaction> taken() {
        List<RecordedTransaction> taken = new ArrayList<>();
        for (RecordedTransaction one = transactions.poll(); one != null; one = transactions.poll()) {
            taken.add(one);
        }
        return taken;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new Recording(super.getConnection()).connection;
    }

    /** One use of a pooled connection. */
    private final class Recording {

        private final Connection connection;
        private final List<RecordedStatement> statements = new ArrayList<>();
        private final Map<Array, RecordedArray> arrays = new IdentityHashMap<>();

        Recording(Connection recorded) {
            connection = proxy(Connection.class, recorded, this::note);
        }

        private Object note(String method, Object[] args, Object result) {
            switch (method) {
                case "prepareStatement" -> {
                    List<RecordedParameter> parameters = new ArrayList<>();
                    String sql = (String) args[0];
                    return proxy(
                            PreparedStatement.class,
                            (PreparedStatement) result,
                            (called, given, answer) -> note(called, given, answer, sql, parameters));
                }
                case "createArrayOf" ->
                    arrays.put((Array) result, new RecordedArray((String) args[0], ((Object[]) args[1]).clone()));
                case "rollback" -> statements.clear();
                case "commit", "close" -> {
                    if (!statements.isEmpty()) {
                        transactions.add(new RecordedTransaction(List.copyOf(statements)));
                        statements.clear();
                    }
                }
                default -> {
                    // Says nothing about what is asked of the database.
                }
            }
            return result;
        }

        private Object note(
                String method, Object[] args, Object result, String sql, List<RecordedParameter> parameters) {
            switch (method) {
                case "getConnection" -> {
                    return connection;
                }
                case "execute", "executeQuery", "executeUpdate", "addBatch" -> {
                    statements.add(new RecordedStatement(sql, List.copyOf(parameters)));
                    parameters.clear();
                }
                default -> {
                    if (method.startsWith("set") && args.length >= 2) {
                        Object[] kept = args.clone();
                        if (kept[1] instanceof Array array) {
                            kept[1] = requireNonNull(arrays.get(array));
                        }
                        parameters.add(new RecordedParameter(method, kept));
                    }
                }
            }
            return result;
        }
    }

    private static <T> T proxy(Class<T> type, T target, Note note) {
        InvocationHandler handler = (self, method, args) -> {
            Object[] given = args == null ? new Object[0] : args;
            try {
                return note.taken(method.getName(), given, method.invoke(target, args));
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @FunctionalInterface
    private interface Note {
        Object taken(String method, Object[] args, Object result);
    }
}
