-- Why a contact declined, and whom they named instead. The person named is told to staff, and is no contact of the panel.
ALTER TABLE invitations ADD COLUMN declined_reason TEXT
    CHECK (declined_reason IN ('not_responsible', 'company_closed', 'wrong_address'));
ALTER TABLE invitations ADD COLUMN declined_at TIMESTAMPTZ;
ALTER TABLE invitations ADD COLUMN declined_name TEXT;
ALTER TABLE invitations ADD COLUMN declined_email TEXT;
ALTER TABLE invitations ADD COLUMN declined_note TEXT;

-- A contact says that the company is closed; staff confirm it or know better. Nothing is deleted.
ALTER TABLE companies ADD COLUMN reported_closed_at TIMESTAMPTZ;
ALTER TABLE companies ADD COLUMN closed_at TIMESTAMPTZ;
