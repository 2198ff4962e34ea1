// Makes the replica set and the accounts of the services. Runs at every start; the second time it changes nothing.
const services = [
    ['checkin-service', process.env.ATTUNE_CHECKIN_DB_PASSWORD],
    ['coach-service', process.env.ATTUNE_COACH_DB_PASSWORD],
    ['notification-service', process.env.ATTUNE_NOTIFICATION_DB_PASSWORD],
];
const root = encodeURIComponent(process.env.ATTUNE_MONGODB_ROOT_PASSWORD);
const admin = connected(`mongodb://root:${root}@mongodb:27017/admin?directConnection=true`);

// On an empty volume the database restarts once after it has made the account of root.
function connected(address) {
    for (let tries = 0; ; tries++) {
        try {
            return connect(address);
        } catch (error) {
            if (tries === 30) {
                throw error;
            }
            sleep(1000);
        }
    }
}

try {
    admin.adminCommand({ replSetGetStatus: 1 });
} catch (error) {
    if (error.codeName !== 'NotYetInitialized') {
        throw error;
    }
    admin.adminCommand({ replSetInitiate: { _id: 'attune', members: [{ _id: 0, host: 'mongodb:27017' }] } });
}
for (let tries = 0; !admin.hello().isWritablePrimary; tries++) {
    if (tries === 150) {
        throw new Error('The replica set got no primary within 30 seconds.');
    }
    sleep(200);
}
for (const [name, pwd] of services) {
    const database = admin.getSiblingDB(name);
    const roles = [{ role: 'readWrite', db: name }];
    if (database.getUser(name) === null) {
        database.createUser({ user: name, pwd, roles });
    } else {
        database.updateUser(name, { pwd, roles });
    }
}
print('The replica set and the accounts are there.');
